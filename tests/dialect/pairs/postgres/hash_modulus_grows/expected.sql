-- save-rows acct_0 medium
CREATE TABLE dbx_rows_acct_0 AS TABLE acct_0;
-- save-rows acct_1 medium
CREATE TABLE dbx_rows_acct_1 AS TABLE acct_1;
-- drop-table acct_1 medium
DROP TABLE acct_1;
-- drop-table acct_0 medium
DROP TABLE acct_0;
-- add-table acct_0 low
CREATE TABLE acct_0 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 0);
-- add-table acct_1 low
CREATE TABLE acct_1 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 1);
-- add-table acct_2 low
CREATE TABLE acct_2 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 2);
-- add-table acct_3 low
CREATE TABLE acct_3 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 3);
-- restore-rows acct medium
INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM dbx_rows_acct_0;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_0;
-- restore-rows acct medium
INSERT INTO acct (id, name) OVERRIDING SYSTEM VALUE SELECT id, name FROM dbx_rows_acct_1;
-- restore-rows acct medium
DROP TABLE dbx_rows_acct_1;
