-- save-rows t_1 medium
CREATE TABLE dbx_rows_t_1 AS TABLE t_1;
-- save-rows t_2 medium
CREATE TABLE dbx_rows_t_2 AS TABLE t_2;
-- drop-table t_2 high
DROP TABLE t_2;
-- drop-table t_1 medium
DROP TABLE t_1;
-- add-table t_1 low
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (20);
-- restore-rows t medium
INSERT INTO t (id, v) OVERRIDING SYSTEM VALUE SELECT id, v FROM dbx_rows_t_1;
-- restore-rows t medium
DROP TABLE dbx_rows_t_1;
-- restore-rows t medium
DO $dbx$
DECLARE saved dbx_rows_t_2%ROWTYPE;
BEGIN
  FOR saved IN SELECT * FROM dbx_rows_t_2 LOOP
    BEGIN
      INSERT INTO t (id, v) OVERRIDING SYSTEM VALUE SELECT id, v FROM (SELECT saved.*) AS row_saved;
    EXCEPTION WHEN check_violation THEN NULL;  -- no partition takes it
    END;
  END LOOP;
END $dbx$;
-- restore-rows t medium
DROP TABLE dbx_rows_t_2;
