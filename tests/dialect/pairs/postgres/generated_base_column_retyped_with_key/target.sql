CREATE TABLE t (a bigint NOT NULL, g bigint GENERATED ALWAYS AS (a * 2) STORED, s varchar(9), u text GENERATED ALWAYS AS (lower(s)) STORED, PRIMARY KEY (g));
CREATE TABLE r (id integer PRIMARY KEY, g bigint REFERENCES t (g));
CREATE UNIQUE INDEX t_u ON t (u);
CREATE VIEW v AS SELECT g, u FROM t;
