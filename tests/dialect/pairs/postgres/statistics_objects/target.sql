CREATE SCHEMA stats;
CREATE TABLE t (a bigint, b integer, d text);
CREATE STATISTICS s_same (dependencies) ON a, b FROM t;
CREATE STATISTICS s_changed (ndistinct, mcv) ON a, b, d FROM t;
CREATE STATISTICS stats.s_new ON (lower(d)), a FROM t;
COMMENT ON STATISTICS s_changed IS 'changed';
