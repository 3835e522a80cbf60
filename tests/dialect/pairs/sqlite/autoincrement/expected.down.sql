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
DELETE FROM sqlite_sequence WHERE name = 'dbx_rebuild_t';
-- rebuild-table t low
INSERT INTO sqlite_sequence (name, seq) SELECT 'dbx_rebuild_t', seq FROM sqlite_sequence WHERE name = 't';
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
