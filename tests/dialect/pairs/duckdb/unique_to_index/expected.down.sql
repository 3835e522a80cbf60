-- rebuild-table t low
CREATE TABLE dbx_rebuild_t AS SELECT id, a, b FROM t;
-- rebuild-table u low
CREATE TABLE dbx_rebuild_u AS SELECT t FROM u;
-- rebuild-table u medium
DROP TABLE u;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
CREATE TABLE t (
  id INTEGER NOT NULL,
  a INTEGER,
  b INTEGER,
  PRIMARY KEY (id),
  UNIQUE (a)
);
-- rebuild-table t low
INSERT INTO t (id, a, b) SELECT id, a, b FROM dbx_rebuild_t;
-- rebuild-table t low
DROP TABLE dbx_rebuild_t;
-- rebuild-table u low
CREATE TABLE u (
  t INTEGER,
  FOREIGN KEY (t) REFERENCES t (id)
);
-- rebuild-table u low
INSERT INTO u (t) SELECT t FROM dbx_rebuild_u;
-- rebuild-table u low
DROP TABLE dbx_rebuild_u;
