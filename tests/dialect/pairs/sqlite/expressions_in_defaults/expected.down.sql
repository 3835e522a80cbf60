-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a int DEFAULT (1 + 2),
  b TEXT DEFAULT current_timestamp,
  c int DEFAULT -5,
  d TEXT DEFAULT null,
  e int DEFAULT (+3),
  f BLOB DEFAULT x'ab',
  g REAL DEFAULT 1e3
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c, d, e, f, g) SELECT a, b, c, d, e, f, g FROM t;
-- rebuild-table t low
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
