-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER NOT NULL,
  a STRUCT(x BIGINT, y VARCHAR),
  b BIGINT[],
  c MAP(VARCHAR, BIGINT),
  d UNION(n INTEGER, s VARCHAR),
  e INTEGER[],
  f STRUCT(x STRUCT(y INTEGER[]))[] DEFAULT main.list_value(),
  g STRUCT("a b" INTEGER, "select" VARCHAR),
  PRIMARY KEY (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d, e, f) SELECT id, a, b, c, d, e, f FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
