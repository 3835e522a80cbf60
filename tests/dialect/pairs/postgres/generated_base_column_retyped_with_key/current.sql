CREATE TABLE t (a integer NOT NULL, g integer GENERATED ALWAYS AS (a * 2) STORED, s text, u text GENERATED ALWAYS AS (upper(s)) STORED, PRIMARY KEY (g));
CREATE TABLE r (id integer PRIMARY KEY, g integer REFERENCES t (g));
CREATE UNIQUE INDEX t_u ON t (u);
CREATE VIEW v AS SELECT g, u FROM t;
INSERT INTO t (a, s) VALUES (1, 'x'), (2, 'y'); INSERT INTO r VALUES (1, 4);
