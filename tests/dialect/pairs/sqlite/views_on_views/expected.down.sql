-- drop-view v3 low
DROP VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a int,
  b TEXT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b) SELECT a, b FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
-- add-view v1 low
CREATE VIEW v1 AS select a, b from t where a > 0;
-- add-view v2 low
CREATE VIEW v2 AS select b, count(*) as n from v1 group by b;
