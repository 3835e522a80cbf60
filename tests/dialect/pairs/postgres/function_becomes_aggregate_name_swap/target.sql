CREATE FUNCTION step(a bigint, b integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT a + b $$;
CREATE AGGREGATE final(integer) (SFUNC = step, STYPE = bigint, INITCOND = '0');
CREATE TABLE t (n integer);
CREATE MATERIALIZED VIEW m AS SELECT final(n) AS x FROM t;
