-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a BLOB,
  b TEXT,
  c TEXT,
  d REAL NOT NULL DEFAULT 0,
  e any
) STRICT;
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e) SELECT id, CAST(a AS BLOB), CAST(b AS TEXT), CAST(c AS TEXT), coalesce(d, 0), e FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
