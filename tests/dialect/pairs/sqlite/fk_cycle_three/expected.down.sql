-- drop-table d high
DROP TABLE d;
-- add-table c low
CREATE TABLE c (
  id INTEGER PRIMARY KEY,
  a INTEGER,
  FOREIGN KEY (a) REFERENCES a (id) ON DELETE CASCADE
);
-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  id INTEGER PRIMARY KEY,
  b INTEGER,
  FOREIGN KEY (b) REFERENCES b (id)
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
  c INTEGER,
  FOREIGN KEY (c) REFERENCES c (id) DEFERRABLE INITIALLY DEFERRED
);
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (id) SELECT id FROM b;
-- rebuild-table b high
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table b low
PRAGMA legacy_alter_table = OFF;
