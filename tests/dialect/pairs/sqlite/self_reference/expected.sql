-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  parent int,
  name TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (parent) REFERENCES t (id) ON DELETE SET NULL
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, parent) SELECT id, parent FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
