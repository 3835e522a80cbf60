-- save-rows t medium
CREATE TABLE dbx_rows_t AS TABLE t;
-- drop-table t medium
DROP TABLE t;
-- add-table t low
CREATE TABLE t (
  id integer,
  at timestamp without time zone
) PARTITION BY RANGE (date_trunc('year'::text, at));
-- add-table t_1 low
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2023-01-01 00:00:00') TO ('2024-01-01 00:00:00');
-- restore-rows t medium
INSERT INTO t (id, at) OVERRIDING SYSTEM VALUE SELECT id, at FROM dbx_rows_t;
-- restore-rows t medium
DROP TABLE dbx_rows_t;
