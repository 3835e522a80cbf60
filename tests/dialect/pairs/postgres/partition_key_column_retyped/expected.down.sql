-- save-rows reading medium
CREATE TABLE dbx_rows_reading AS TABLE reading;
-- drop-table reading medium
DROP TABLE reading;
-- add-table reading low
CREATE TABLE reading (
  sensor integer NOT NULL,
  at timestamp without time zone NOT NULL,
  v real
) PARTITION BY RANGE (sensor);
-- add-table reading_high low
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM (100) TO (200);
-- add-table reading_low low
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (100);
-- restore-rows reading medium
INSERT INTO reading (sensor, at, v) OVERRIDING SYSTEM VALUE SELECT sensor::integer, at::timestamp without time zone, v::real FROM dbx_rows_reading;
-- restore-rows reading medium
DROP TABLE dbx_rows_reading;
