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
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT coalesce(a, 0) + coalesce(b, 0) $function$;
-- add-object halve(a integer) low
CREATE OR REPLACE FUNCTION halve(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a / 2 $function$;
-- add-object many(integer) low
CREATE AGGREGATE many(integer) (
  SFUNC = add_up,
  STYPE = integer,
  COMBINEFUNC = add_up,
  PARALLEL = SAFE
);
-- add-object total(integer) low
CREATE AGGREGATE total(integer) (
  SFUNC = add_up,
  STYPE = integer,
  FINALFUNC = halve,
  INITCOND = '10'
);
-- add-view totals low
CREATE VIEW totals AS
SELECT t.id,
    total(t.n) AS n
   FROM t
  GROUP BY t.id;
-- drop-object gone(integer) medium
DROP AGGREGATE gone(integer);
