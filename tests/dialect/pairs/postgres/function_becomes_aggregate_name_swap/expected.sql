-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object step(a integer, b integer) medium
DROP FUNCTION step(a integer, b integer);
-- drop-object final(a integer) medium
DROP FUNCTION final(a integer);
-- add-object step(a bigint, b integer) low
CREATE OR REPLACE FUNCTION step(a bigint, b integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a + b $function$;
-- add-object final(integer) low
CREATE AGGREGATE final(integer) (
  SFUNC = step,
  STYPE = bigint,
  INITCOND = '0'
);
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT final(t.n) AS x
   FROM t;
