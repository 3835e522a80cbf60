CREATE TYPE span AS RANGE (subtype = double precision, subtype_diff = float8mi);
CREATE TYPE unused AS RANGE (subtype = integer);
CREATE TABLE t (id integer PRIMARY KEY, s span DEFAULT '[1,2)');
INSERT INTO t VALUES (1, '[1,5)');
