-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a int,
  b TEXT,
  c REAL,
  d int
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c, d) SELECT a, b, c, d FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
