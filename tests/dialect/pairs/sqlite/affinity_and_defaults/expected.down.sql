-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a,
  b TEXT DEFAULT "quoted",
  c int DEFAULT (1 + 2),
  d DEFAULT null,
  e REAL DEFAULT -1.5e3,
  f BLOB DEFAULT x'00ff',
  g DEFAULT true,
  h TEXT DEFAULT current_date,
  i DEFAULT 'it''s',
  j varchar DEFAULT ''
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e, f, g, h, i, j) SELECT id, a, b, c, d, e, f, g, h, i, j FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
