-- drop-table c high
DROP TABLE c;
-- add-table d low
CREATE TABLE d (
  id INTEGER PRIMARY KEY,
  a INTEGER,
  self INTEGER,
  FOREIGN KEY (a) REFERENCES a (id),
  FOREIGN KEY (self) REFERENCES d (id)
);
-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  id INTEGER PRIMARY KEY,
  b INTEGER,
  FOREIGN KEY (b) REFERENCES b (id) ON DELETE SET NULL
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (id, b) SELECT id, b FROM a;
-- rebuild-table a medium
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b (
  id INTEGER PRIMARY KEY,
  a INTEGER,
  FOREIGN KEY (a) REFERENCES a (id)
);
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (id) SELECT id FROM b;
-- rebuild-table b high
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table b low
PRAGMA legacy_alter_table = OFF;
