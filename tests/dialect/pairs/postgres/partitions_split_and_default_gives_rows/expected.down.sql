-- save-rows log_1 medium
CREATE TABLE dbx_rows_log_1 AS TABLE log_1;
-- save-rows log_rest medium
CREATE TABLE dbx_rows_log_rest AS TABLE log_rest;
-- save-rows log_10 medium
CREATE TABLE dbx_rows_log_10 AS TABLE log_10;
-- save-rows log_5 medium
CREATE TABLE dbx_rows_log_5 AS TABLE log_5;
-- drop-table log_rest medium
DROP TABLE log_rest;
-- drop-table log_5 high
DROP TABLE log_5;
-- drop-table log_10 high
DROP TABLE log_10;
-- drop-table log_1 medium
DROP TABLE log_1;
-- drop-column log.extra high
ALTER TABLE log DROP COLUMN extra;
-- add-table log_1 low
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (10);
-- add-table log_rest low
CREATE TABLE log_rest PARTITION OF log DEFAULT;
-- restore-rows log medium
INSERT INTO log (id, day, note) OVERRIDING SYSTEM VALUE SELECT id, day, note FROM dbx_rows_log_1;
-- restore-rows log medium
DROP TABLE dbx_rows_log_1;
-- restore-rows log medium
INSERT INTO log (id, day, note) OVERRIDING SYSTEM VALUE SELECT id, day, note FROM dbx_rows_log_rest;
-- restore-rows log medium
DROP TABLE dbx_rows_log_rest;
-- restore-rows log medium
DO $dbx$
DECLARE saved dbx_rows_log_10%ROWTYPE;
BEGIN
  FOR saved IN SELECT * FROM dbx_rows_log_10 LOOP
    BEGIN
      INSERT INTO log (id, day, note) OVERRIDING SYSTEM VALUE SELECT id, day, note FROM (SELECT saved.*) AS row_saved;
    EXCEPTION WHEN check_violation THEN NULL;  -- no partition takes it
    END;
  END LOOP;
END $dbx$;
-- restore-rows log medium
DROP TABLE dbx_rows_log_10;
-- restore-rows log medium
DO $dbx$
DECLARE saved dbx_rows_log_5%ROWTYPE;
BEGIN
  FOR saved IN SELECT * FROM dbx_rows_log_5 LOOP
    BEGIN
      INSERT INTO log (id, day, note) OVERRIDING SYSTEM VALUE SELECT id, day, note FROM (SELECT saved.*) AS row_saved;
    EXCEPTION WHEN check_violation THEN NULL;  -- no partition takes it
    END;
  END LOOP;
END $dbx$;
-- restore-rows log medium
DROP TABLE dbx_rows_log_5;
