CREATE TABLE t (id integer PRIMARY KEY, n bigint, m integer);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT sum(m) FROM t; END;
CREATE FUNCTION plus(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
CREATE PROCEDURE clear(y integer, z text) LANGUAGE sql AS $$ DELETE FROM t WHERE n = y $$;
CREATE VIEW v AS SELECT total() AS x;
