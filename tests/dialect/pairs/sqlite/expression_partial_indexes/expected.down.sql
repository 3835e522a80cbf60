-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  b int,
  c TEXT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c) SELECT id, a, b, c FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
CREATE INDEX i1 ON t (lower(a));
-- rebuild-table t low
CREATE UNIQUE INDEX i2 ON t (b) WHERE c is not null;
-- rebuild-table t low
CREATE INDEX i3 ON t (json_extract(c, '$.k'));
-- rebuild-table t low
CREATE INDEX i4 ON t (a DESC, b COLLATE BINARY);
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
