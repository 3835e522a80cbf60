-- drop-view v3 low
DROP VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a INTEGER,
  b VARCHAR
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b) SELECT a, b FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- add-view v1 low
CREATE VIEW v1 AS SELECT a FROM t WHERE (a > 0);
-- add-view v2 low
CREATE VIEW v2 AS SELECT count_star() AS n FROM v1;
