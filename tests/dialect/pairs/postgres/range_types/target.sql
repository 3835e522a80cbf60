CREATE TYPE span AS RANGE (subtype = double precision, subtype_diff = float8mi);
CREATE TYPE unused AS RANGE (subtype = bigint);
CREATE TYPE other AS RANGE (subtype = text, collation = "C");
CREATE TABLE t (id integer PRIMARY KEY, s span DEFAULT '[1,3)', o other);
