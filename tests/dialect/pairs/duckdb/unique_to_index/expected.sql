-- rebuild-table t low
CREATE TABLE dbx_rebuild_t AS SELECT id, a, b FROM t;
-- rebuild-table u low
CREATE TABLE dbx_rebuild_u (
  t INTEGER
);
-- rebuild-table u low
INSERT INTO dbx_rebuild_u (t) SELECT t FROM u;
-- rebuild-table u low
DROP TABLE u;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table u low
ALTER TABLE dbx_rebuild_u RENAME TO u;
-- rebuild-table t low
CREATE TABLE t (
  id INTEGER,
  a INTEGER DEFAULT 0 NOT NULL,
  b INTEGER,
  UNIQUE (b)
);
-- rebuild-table t low
INSERT INTO t (id, a, b) SELECT id, coalesce(a, 0), b FROM dbx_rebuild_t;
-- rebuild-table t low
DROP TABLE dbx_rebuild_t;
-- rebuild-table t low
CREATE UNIQUE INDEX ta ON t (a);
