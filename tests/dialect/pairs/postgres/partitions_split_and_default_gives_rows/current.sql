CREATE TABLE log (id integer NOT NULL, day integer NOT NULL, note text DEFAULT 'x') PARTITION BY RANGE (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (10);
CREATE TABLE log_rest PARTITION OF log DEFAULT;
INSERT INTO log VALUES (1, 2, 'a'), (2, 8, 'b'), (3, 15, 'c'), (4, 99, 'd');
