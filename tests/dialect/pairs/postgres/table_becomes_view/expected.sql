-- drop-table t high
DROP TABLE t;
-- add-view t low
CREATE VIEW t AS
SELECT u.a
   FROM u;
