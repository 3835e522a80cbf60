-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-type label high
ALTER TYPE label RENAME TO dbx_old_label;
-- replace-type label high
CREATE DOMAIN label AS text
  CONSTRAINT filled CHECK (ok(VALUE));
-- replace-type label high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_label[]) RETURNS label[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT item.value::text::label FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type label high
ALTER TABLE t ALTER COLUMN ns TYPE label[] USING pg_temp.dbx_convert(ns);
-- replace-type label high
DROP FUNCTION pg_temp.dbx_convert(dbx_old_label[]);
-- replace-type short_name high
ALTER TYPE short_name RENAME TO dbx_old_short_name;
-- replace-type short_name high
CREATE DOMAIN short_name AS label
  CONSTRAINT short CHECK ((length((VALUE)::text) < 10));
-- replace-type short_name high
ALTER TABLE t ALTER COLUMN n TYPE short_name USING n::text::label::short_name;
-- replace-type short_name high
DROP DOMAIN dbx_old_short_name;
-- replace-type short_name high
DROP DOMAIN dbx_old_label;
-- replace-object ok(t text) low
CREATE OR REPLACE FUNCTION ok(t text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT t <> '' $function$;
-- alter-column t.n low
ALTER TABLE t ALTER COLUMN n SET DEFAULT 'x'::text;
-- set-comment short_name low
COMMENT ON DOMAIN short_name IS 'short';
