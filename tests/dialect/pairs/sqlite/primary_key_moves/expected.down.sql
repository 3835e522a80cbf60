-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  id INTEGER PRIMARY KEY,
  code TEXT,
  v int,
  UNIQUE (code)
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (id, code, v) SELECT id, code, v FROM a;
-- rebuild-table a medium
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b (
  id INTEGER PRIMARY KEY,
  a_id int,
  a_code TEXT,
  FOREIGN KEY (a_code) REFERENCES a (code),
  FOREIGN KEY (a_id) REFERENCES a (id)
);
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (id, a_id, a_code) SELECT id, a_id, a_code FROM b;
-- rebuild-table b medium
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table b low
PRAGMA legacy_alter_table = OFF;
