CREATE TABLE region (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE measurement (
  id bigint GENERATED ALWAYS AS IDENTITY,
  taken_on date NOT NULL,
  region_id integer REFERENCES region,
  value numeric(10, 2) DEFAULT 0,
  doubled numeric(10, 2) GENERATED ALWAYS AS (value * 2) STORED,
  CONSTRAINT measurement_pk PRIMARY KEY (id, taken_on),
  CONSTRAINT positive CHECK (value >= 0)
);
CREATE INDEX measurement_taken_on ON measurement (taken_on DESC);
CREATE VIEW recent AS SELECT id, value FROM measurement WHERE taken_on > '2024-01-01';
COMMENT ON TABLE measurement IS 'it''s measured';
COMMENT ON COLUMN measurement.value IS 'in "units"';
INSERT INTO region VALUES (1, 'north'), (2, 'south');
INSERT INTO measurement (taken_on, region_id, value) VALUES
  ('2023-05-01', 1, 1.5), ('2024-02-03', 2, 2.5), ('2024-12-31', NULL, 3.5);
