-- save-rows m1 medium
CREATE TABLE dbx_rows_m1 AS TABLE m1;
-- drop-table m1 medium
DROP TABLE m1;
-- add-table m1 low
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (1) TO (10);
-- restore-rows m medium
INSERT INTO m (id, d) OVERRIDING SYSTEM VALUE SELECT id, d FROM dbx_rows_m1;
-- restore-rows m medium
DROP TABLE dbx_rows_m1;
