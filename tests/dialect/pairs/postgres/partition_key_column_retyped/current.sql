CREATE TABLE reading (sensor integer NOT NULL, at timestamp NOT NULL, v real) PARTITION BY RANGE (sensor);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (100);
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM (100) TO (200);
INSERT INTO reading VALUES (1, '2024-01-01', 1.5), (150, '2024-01-02', 2.5);
