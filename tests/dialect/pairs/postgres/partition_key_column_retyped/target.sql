CREATE TABLE reading (sensor bigint NOT NULL, at timestamptz NOT NULL, v double precision) PARTITION BY RANGE (sensor);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM ('0') TO ('100');
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM ('100') TO ('200');
