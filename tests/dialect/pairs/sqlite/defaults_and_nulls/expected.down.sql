-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a TEXT DEFAULT 'x',
  b int DEFAULT 1,
  c TEXT,
  d TEXT NOT NULL DEFAULT 'q'
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d) SELECT id, a, b, c, coalesce(d, 'q') FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
