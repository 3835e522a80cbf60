-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id BIGINT,
  a INTEGER,
  b DECIMAL(12,3),
  c BIGINT[],
  d STRUCT(x INTEGER)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c, d) SELECT id, a, b, c, d FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
CREATE INDEX i ON t (id);
