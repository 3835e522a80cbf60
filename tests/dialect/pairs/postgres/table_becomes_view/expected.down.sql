-- drop-view t low
DROP VIEW t;
-- add-table t low
CREATE TABLE t (
  a integer
);
