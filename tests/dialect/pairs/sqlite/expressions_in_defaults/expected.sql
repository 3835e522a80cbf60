-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a int DEFAULT (3 * 2),
  b TEXT DEFAULT current_date,
  c int DEFAULT -7,
  d TEXT DEFAULT 'null',
  e int DEFAULT 3,
  f BLOB DEFAULT x'cd',
  g REAL DEFAULT 1.5e-3
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c, d, e, f, g) SELECT a, b, c, d, e, f, g FROM t;
-- rebuild-table t low
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
