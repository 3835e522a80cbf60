CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s_gone (ndistinct) ON a, b FROM t;
CREATE STATISTICS s_same (dependencies) ON a, b FROM t;
CREATE STATISTICS s_changed ON a, b FROM t;
COMMENT ON STATISTICS s_same IS 'it''s the same';
INSERT INTO t VALUES (1, 2, 'x'), (3, 4, 'y');
