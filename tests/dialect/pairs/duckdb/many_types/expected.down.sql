-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a UTINYINT,
  b HUGEINT,
  c ENUM('x', 'y'),
  d MAP(VARCHAR, INTEGER),
  e TIMESTAMP WITH TIME ZONE,
  f INTERVAL,
  g UUID,
  h BLOB,
  i JSON,
  j FLOAT,
  k DOUBLE,
  l BIT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c, d, e, f, g, h, i, j, k, l) SELECT a, b, c, d, e, f, g, h, i, j, k, l FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
