-- save-rows log_1 medium
CREATE TABLE dbx_rows_log_1 AS TABLE log_1;
-- save-rows log_rest medium
CREATE TABLE dbx_rows_log_rest AS TABLE log_rest;
-- drop-table log_rest medium
DROP TABLE log_rest;
-- drop-table log_1 medium
DROP TABLE log_1;
-- add-column log.extra low
ALTER TABLE log ADD COLUMN extra integer;
-- add-table log_1 low
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (5);
-- add-table log_10 low
CREATE TABLE log_10 PARTITION OF log FOR VALUES FROM (10) TO (20);
-- add-table log_5 low
CREATE TABLE log_5 PARTITION OF log FOR VALUES FROM (5) TO (10);
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
