CREATE TABLE measurement (
  sensor_id int NOT NULL,
  measured_on date NOT NULL,
  value numeric(10,3),
  PRIMARY KEY (sensor_id, measured_on)
) PARTITION BY RANGE (measured_on);
CREATE TABLE measurement_2026 PARTITION OF measurement FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE measurement_rest (LIKE measurement);
ALTER TABLE measurement ATTACH PARTITION measurement_rest DEFAULT;
