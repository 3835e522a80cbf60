-- drop-table b high
DROP TABLE b;
-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  id INTEGER PRIMARY KEY
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (id) SELECT id FROM a;
-- rebuild-table a high
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table a low
PRAGMA legacy_alter_table = OFF;
