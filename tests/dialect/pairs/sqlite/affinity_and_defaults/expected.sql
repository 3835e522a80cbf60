-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  b TEXT DEFAULT 'quoted',
  c BIGINT DEFAULT (1 + 3),
  d int DEFAULT 0,
  e double precision DEFAULT (+1.5),
  f BLOB DEFAULT x'00FE',
  g int DEFAULT false,
  h TEXT DEFAULT current_timestamp,
  i TEXT DEFAULT 'it''''s',
  j VARCHAR(5) DEFAULT ' '
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e, f, g, h, i, j) SELECT id, a, b, c, d, e, f, g, h, i, j FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
