-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a INTEGER,
  b TEXT,
  c BIGINT,
  d DECIMAL(10,2),
  e DOUBLE,
  f TEXT,
  g any
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e, f, g) SELECT id, a, b, c, d, e, f, g FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
