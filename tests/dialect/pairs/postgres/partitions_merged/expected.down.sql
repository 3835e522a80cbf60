-- save-rows t_1 medium
CREATE TABLE dbx_rows_t_1 AS TABLE t_1;
-- drop-table t_1 medium
DROP TABLE t_1;
-- add-table t_1 low
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (10);
-- add-table t_2 low
CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);
-- restore-rows t medium
INSERT INTO t (id, v) OVERRIDING SYSTEM VALUE SELECT id, v FROM dbx_rows_t_1;
-- restore-rows t medium
DROP TABLE dbx_rows_t_1;
