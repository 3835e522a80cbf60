-- detach-partition logs_1 low
ALTER TABLE logs DETACH PARTITION logs_1;
-- detach-partition logs_2 low
ALTER TABLE logs DETACH PARTITION logs_2;
-- save-rows logs medium
CREATE TABLE dbx_rows_logs AS TABLE logs;
-- drop-table logs medium
DROP TABLE logs;
-- add-table logs low
CREATE TABLE logs (
  id integer,
  at date NOT NULL,
  msg text
);
-- inherit logs_1 low
ALTER TABLE logs_1 INHERIT logs;
-- inherit logs_2 low
ALTER TABLE logs_2 INHERIT logs;
-- restore-rows logs medium
INSERT INTO logs (id, at, msg) OVERRIDING SYSTEM VALUE SELECT id, at, msg FROM dbx_rows_logs;
-- restore-rows logs medium
DROP TABLE dbx_rows_logs;
-- add-check logs_1.logs_1_at_check medium
ALTER TABLE logs_1 ADD CONSTRAINT logs_1_at_check CHECK (((at >= '2024-01-01'::date) AND (at < '2024-02-01'::date)));
-- add-check logs_2.logs_2_at_check medium
ALTER TABLE logs_2 ADD CONSTRAINT logs_2_at_check CHECK (((at >= '2024-02-01'::date) AND (at < '2024-03-01'::date)));
