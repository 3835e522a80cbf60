-- save-rows reading medium
CREATE TABLE dbx_rows_reading AS TABLE reading;
-- drop-table reading medium
DROP TABLE reading;
-- add-table reading low
CREATE TABLE reading (
  sensor bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  v double precision
) PARTITION BY RANGE (sensor);
-- add-table reading_high low
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM ('100') TO ('200');
-- add-table reading_low low
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM ('0') TO ('100');
-- restore-rows reading medium
INSERT INTO reading (sensor, at, v) OVERRIDING SYSTEM VALUE SELECT sensor::bigint, at::timestamp with time zone, v::double precision FROM dbx_rows_reading;
-- restore-rows reading medium
DROP TABLE dbx_rows_reading;
