-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view m low
DROP MATERIALIZED VIEW m;
-- drop-object final(integer) medium
DROP AGGREGATE final(integer);
-- drop-object step(a bigint, b integer) medium
DROP FUNCTION step(a bigint, b integer);
-- add-object final(a integer) low
CREATE OR REPLACE FUNCTION final(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a $function$;
-- add-object step(a integer, b integer) low
CREATE OR REPLACE FUNCTION step(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a + b $function$;
