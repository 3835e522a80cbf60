-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a USMALLINT,
  b HUGEINT,
  c ENUM('x', 'y', 'z'),
  d MAP(VARCHAR, BIGINT),
  e TIMESTAMP WITH TIME ZONE,
  f INTERVAL,
  g UUID,
  h BLOB,
  i JSON,
  j DOUBLE,
  k FLOAT,
  l BIT,
  m TIME
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b, c, d, e, f, g, h, i, j, k, l) SELECT a, b, c, d, e, f, g, h, i, j, k, l FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
