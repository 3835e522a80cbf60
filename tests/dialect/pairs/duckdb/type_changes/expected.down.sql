-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER,
  a VARCHAR,
  b DECIMAL(10,2),
  c INTEGER[],
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
