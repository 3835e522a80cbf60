-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object city_of(a address) medium
DROP FUNCTION city_of(a address);
-- replace-type address high
ALTER TYPE address RENAME TO dbx_old_address;
-- replace-type address high
CREATE TYPE address AS (
  street text,
  zip text,
  city text
);
-- replace-type address high
ALTER TABLE person ALTER COLUMN home TYPE address USING CASE WHEN home IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((home).street, (home).zip::text, (home).city)::address END;
-- replace-type pair high
ALTER TYPE pair RENAME TO dbx_old_pair;
-- replace-type pair high
CREATE TYPE pair AS (
  a integer,
  b text
);
-- replace-type pair high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_pair[]) RETURNS pair[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT CASE WHEN item.value IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((item.value).a::integer, (item.value).b)::pair END FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type pair high
ALTER TABLE person ALTER COLUMN pairs TYPE pair[] USING pg_temp.dbx_convert(pairs);
-- replace-type pair high
DROP FUNCTION pg_temp.dbx_convert(dbx_old_pair[]);
-- replace-type pair high
DROP TYPE dbx_old_pair;
-- replace-type pair high
DROP TYPE dbx_old_address;
-- add-object city_of(a address) low
CREATE OR REPLACE FUNCTION city_of(a address)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (a).city $function$;
