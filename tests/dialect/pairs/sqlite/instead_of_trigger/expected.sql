-- drop-view v low
DROP VIEW v;
-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a TEXT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a) SELECT a FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
-- add-view v low
CREATE VIEW v AS select a, a as b from t;
-- add-object v.tr low
CREATE TRIGGER tr instead of insert on v begin insert into t values (new.a);
end;
