-- drop-view recent low
DROP VIEW recent;
-- save-rows measurement medium
CREATE TABLE dbx_rows_measurement AS TABLE measurement;
-- drop-table measurement medium
DROP TABLE measurement;
-- add-table measurement low
CREATE TABLE measurement (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  taken_on date NOT NULL,
  region_id integer,
  value numeric(10,2) DEFAULT 0,
  doubled numeric(10,2) GENERATED ALWAYS AS ((value * (2)::numeric)) STORED,
  CONSTRAINT measurement_pk PRIMARY KEY (id, taken_on),
  CONSTRAINT positive CHECK ((value >= (0)::numeric))
) PARTITION BY RANGE (taken_on);
-- add-table measurement_2023 low
CREATE TABLE measurement_2023 PARTITION OF measurement FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- add-table measurement_2024 low
CREATE TABLE measurement_2024 PARTITION OF measurement FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- add-table measurement_rest low
CREATE TABLE measurement_rest PARTITION OF measurement DEFAULT;
-- restore-rows measurement medium
INSERT INTO measurement (id, taken_on, region_id, value) OVERRIDING SYSTEM VALUE SELECT id, taken_on, region_id, value FROM dbx_rows_measurement;
-- restore-rows measurement medium
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('measurement', 'id'), coalesce((SELECT max(id) FROM measurement), 0) + 1, false);
-- restore-rows measurement medium
DROP TABLE dbx_rows_measurement;
-- add-index measurement.measurement_taken_on low
CREATE INDEX measurement_taken_on ON measurement (taken_on DESC);
-- add-foreign-key measurement.measurement_region_id_fkey medium
ALTER TABLE measurement ADD CONSTRAINT measurement_region_id_fkey FOREIGN KEY (region_id) REFERENCES region (id);
-- add-view recent low
CREATE VIEW recent AS
SELECT measurement.id,
    measurement.value
   FROM measurement
  WHERE (measurement.taken_on > '2024-01-01'::date);
-- set-comment measurement low
COMMENT ON TABLE measurement IS 'it''s measured';
-- set-comment measurement.value low
COMMENT ON COLUMN measurement.value IS 'in "units"';
