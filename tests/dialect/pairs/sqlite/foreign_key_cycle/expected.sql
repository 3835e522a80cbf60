-- add-table b low
CREATE TABLE b (
  id INTEGER PRIMARY KEY,
  a_id int,
  FOREIGN KEY (a_id) REFERENCES a (id)
);
-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  id INTEGER PRIMARY KEY,
  b_id int,
  FOREIGN KEY (b_id) REFERENCES b (id)
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (id) SELECT id FROM a;
-- rebuild-table a medium
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table a low
PRAGMA legacy_alter_table = OFF;
