-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view totals low
DROP VIEW totals;
-- drop-object total(integer) medium
DROP AGGREGATE total(integer);
-- replace-object add_up(a integer, b integer) low
CREATE OR REPLACE FUNCTION add_up(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT coalesce(a, 0) + coalesce(b, 0) $function$;
-- add-object gone(integer) low
CREATE AGGREGATE gone(integer) (
  SFUNC = add_up,
  STYPE = integer
);
-- add-object total(integer) low
CREATE AGGREGATE total(integer) (
  SFUNC = add_up,
  STYPE = integer,
  INITCOND = '0'
);
-- add-view totals low
CREATE VIEW totals AS
SELECT t.id,
    total(t.n) AS n
   FROM t
  GROUP BY t.id;
-- set-comment total(integer) low
COMMENT ON AGGREGATE total(integer) IS 'adds ''up''';
-- drop-object many(integer) medium
DROP AGGREGATE many(integer);
-- drop-object halve(a integer) medium
DROP FUNCTION halve(a integer);
