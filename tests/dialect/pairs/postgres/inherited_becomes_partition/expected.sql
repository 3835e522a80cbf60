-- disinherit logs_1 low
ALTER TABLE logs_1 NO INHERIT logs;
-- disinherit logs_2 low
ALTER TABLE logs_2 NO INHERIT logs;
-- drop-check logs_1.logs_1_at_check low
ALTER TABLE logs_1 DROP CONSTRAINT logs_1_at_check;
-- drop-check logs_2.logs_2_at_check low
ALTER TABLE logs_2 DROP CONSTRAINT logs_2_at_check;
-- save-rows logs medium
CREATE TABLE dbx_rows_logs AS TABLE logs;
-- drop-table logs medium
DROP TABLE logs;
-- add-table logs low
CREATE TABLE logs (
  id integer,
  at date NOT NULL,
  msg text
) PARTITION BY RANGE (at);
-- attach-partition logs_1 medium
ALTER TABLE logs ATTACH PARTITION logs_1 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- attach-partition logs_2 medium
ALTER TABLE logs ATTACH PARTITION logs_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
-- restore-rows logs medium
INSERT INTO logs (id, at, msg) OVERRIDING SYSTEM VALUE SELECT id, at, msg FROM dbx_rows_logs;
-- restore-rows logs medium
DROP TABLE dbx_rows_logs;
-- add-index logs.logs_at_idx low
CREATE INDEX logs_at_idx ON logs (at);
