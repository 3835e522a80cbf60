-- save-rows t medium
CREATE TABLE dbx_rows_t AS TABLE t;
-- drop-table t medium
DROP TABLE t;
-- add-table t low
CREATE TABLE t (
  id integer,
  at timestamp without time zone,
  note text
) PARTITION BY RANGE (((id % 10)), at);
-- add-table t_1 low
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0, MINVALUE) TO (5, MINVALUE);
-- add-table t_2 low
CREATE TABLE t_2 PARTITION OF t DEFAULT;
-- restore-rows t medium
INSERT INTO t (id, at) OVERRIDING SYSTEM VALUE SELECT id, at FROM dbx_rows_t;
-- restore-rows t medium
DROP TABLE dbx_rows_t;
