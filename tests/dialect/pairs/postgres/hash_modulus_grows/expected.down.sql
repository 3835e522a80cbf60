-- save-rows acct_0 medium
CREATE TABLE dbx_rows_acct_0 AS TABLE acct_0;
-- save-rows acct_1 medium
CREATE TABLE dbx_rows_acct_1 AS TABLE acct_1;
-- save-rows acct_2 medium
CREATE TABLE dbx_rows_acct_2 AS TABLE acct_2;
-- save-rows acct_3 medium
CREATE TABLE dbx_rows_acct_3 AS TABLE acct_3;
-- drop-table acct_3 high
DROP TABLE acct_3;
-- drop-table acct_2 high
DROP TABLE acct_2;
-- drop-table acct_1 medium
DROP TABLE acct_1;
-- drop-table acct_0 medium
DROP TABLE acct_0;
-- add-table acct_0 low
CREATE TABLE acct_0 PARTITION OF acct FOR VALUES WITH (modulus 2, remainder 0);
-- add-table acct_1 low
CREATE TABLE acct_1 PARTITION OF acct FOR VALUES WITH (modulus 2, remainder 1);
-- restore-rows acct medium
INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM dbx_rows_acct_0;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_0;
-- restore-rows acct medium
INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM dbx_rows_acct_1;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_1;
-- restore-rows acct medium
DO $dbx$
DECLARE saved dbx_rows_acct_2%ROWTYPE;
BEGIN
  FOR saved IN SELECT * FROM dbx_rows_acct_2 LOOP
    BEGIN
      INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM (SELECT saved.*) AS row_saved;
    EXCEPTION WHEN check_violation THEN NULL;  -- no partition takes it
    END;
  END LOOP;
END $dbx$;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_2;
-- restore-rows acct medium
DO $dbx$
DECLARE saved dbx_rows_acct_3%ROWTYPE;
BEGIN
  FOR saved IN SELECT * FROM dbx_rows_acct_3 LOOP
    BEGIN
      INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM (SELECT saved.*) AS row_saved;
    EXCEPTION WHEN check_violation THEN NULL;  -- no partition takes it
    END;
  END LOOP;
END $dbx$;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_3;
