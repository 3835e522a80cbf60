CREATE FUNCTION add_up(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(a, 0) + coalesce(b, 0) $$;
CREATE FUNCTION halve(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a / 2 $$;
CREATE AGGREGATE total(integer) (SFUNC = add_up, STYPE = integer, INITCOND = '10', FINALFUNC = halve);
CREATE AGGREGATE many(integer) (SFUNC = add_up, STYPE = integer, COMBINEFUNC = add_up, PARALLEL = SAFE);
CREATE TABLE t (id integer, n integer);
CREATE VIEW totals AS SELECT id, total(n) AS n FROM t GROUP BY id;
