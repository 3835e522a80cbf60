-- drop-view v5 low
DROP VIEW v5;
-- drop-view v4 low
DROP VIEW v4;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER,
  a INTEGER,
  b VARCHAR
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, b) SELECT id, b FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- add-view v1 low
CREATE VIEW v1 AS SELECT id, a FROM t;
-- add-view v2 low
CREATE VIEW v2 AS SELECT * FROM v1 WHERE (a > 1);
-- add-view v3 low
CREATE VIEW v3 AS SELECT v2.id, t.b FROM v2 INNER JOIN t USING (id);
-- add-view v4 low
CREATE VIEW v4 AS WITH RECURSIVE n AS ((SELECT 1 AS x) UNION  ALL (SELECT (x + 1) FROM n WHERE (x < 3)))SELECT * FROM n , v3;
