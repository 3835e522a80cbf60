-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  b BLOB,
  c int,
  d REAL,
  e
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e) SELECT id, a, b, c, d, e FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
