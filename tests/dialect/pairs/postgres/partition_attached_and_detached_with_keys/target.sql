CREATE TABLE sale (id integer NOT NULL, day date NOT NULL, amount integer DEFAULT 1, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE sale_a (id integer NOT NULL, day date NOT NULL, amount integer DEFAULT 1, CONSTRAINT sale_a_pk PRIMARY KEY (day, id));
CREATE TABLE sale_b PARTITION OF sale FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE INDEX sale_amount ON sale (amount);
