CREATE FUNCTION add_up(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(a, 0) + coalesce(b, 0) $$;
CREATE AGGREGATE total(integer) (SFUNC = add_up, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE gone(integer) (SFUNC = add_up, STYPE = integer);
CREATE TABLE t (id integer, n integer);
CREATE VIEW totals AS SELECT id, total(n) AS n FROM t GROUP BY id;
COMMENT ON AGGREGATE total(integer) IS 'adds ''up''';
INSERT INTO t VALUES (1, 2), (1, 3);
