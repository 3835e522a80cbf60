-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  a TEXT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a) SELECT id, a FROM t;
-- rebuild-table t low
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
