-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a int,
  b int,
  c TEXT,
  UNIQUE (a, b),
  UNIQUE (b),
  CHECK (a <= b),
  CHECK (c in ('x','y','z'))
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c) SELECT a, b, c FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
