-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a INTEGER PRIMARY KEY,
  b TEXT
) STRICT;
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b) SELECT a, b FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table u low
CREATE TABLE dbx_rebuild_u (
  k TEXT NOT NULL,
  v int,
  PRIMARY KEY (k)
) WITHOUT ROWID;
-- rebuild-table u low
INSERT INTO dbx_rebuild_u (k, v) SELECT k, v FROM u;
-- rebuild-table u high
DROP TABLE u;
-- rebuild-table u low
ALTER TABLE dbx_rebuild_u RENAME TO u;
-- rebuild-table u low
PRAGMA legacy_alter_table = OFF;
