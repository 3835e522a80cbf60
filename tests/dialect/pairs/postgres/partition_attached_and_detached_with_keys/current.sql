CREATE TABLE sale (id integer NOT NULL, day date NOT NULL, amount integer DEFAULT 1, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE sale_b (id integer NOT NULL, day date NOT NULL, amount integer, note text, CONSTRAINT sale_b_own PRIMARY KEY (id, day));
CREATE INDEX sale_amount ON sale (amount);
CREATE INDEX sale_b_amount ON sale_b (amount);
COMMENT ON COLUMN sale_b.amount IS 'of b';
INSERT INTO sale VALUES (1, '2024-01-05', 3), (2, '2024-01-06', 4);
INSERT INTO sale_b VALUES (3, '2024-02-05', 5, 'x');
