CREATE TABLE region (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE measurement (
  id bigint GENERATED ALWAYS AS IDENTITY,
  taken_on date NOT NULL,
  region_id integer REFERENCES region,
  value numeric(10, 2) DEFAULT 0,
  doubled numeric(10, 2) GENERATED ALWAYS AS (value * 2) STORED,
  CONSTRAINT measurement_pk PRIMARY KEY (id, taken_on),
  CONSTRAINT positive CHECK (value >= 0)
) PARTITION BY RANGE (taken_on);
CREATE TABLE measurement_2023 PARTITION OF measurement FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE measurement_2024 PARTITION OF measurement FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measurement_rest PARTITION OF measurement DEFAULT;
CREATE INDEX measurement_taken_on ON measurement (taken_on DESC);
CREATE VIEW recent AS SELECT id, value FROM measurement WHERE taken_on > '2024-01-01';
COMMENT ON TABLE measurement IS 'it''s measured';
COMMENT ON COLUMN measurement.value IS 'in "units"';
