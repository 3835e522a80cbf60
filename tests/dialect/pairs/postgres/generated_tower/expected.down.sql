-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view people low
DROP VIEW people;
-- drop-check person.size_sane low
ALTER TABLE person DROP CONSTRAINT size_sane;
-- drop-index person.person_whole low
DROP INDEX person_whole;
-- drop-column person.whole medium
ALTER TABLE person DROP COLUMN whole;
-- drop-object full_name(a text, b text, c text) medium
DROP FUNCTION full_name(a text, b text, c text);
-- add-object full_name(a text, b text) low
CREATE OR REPLACE FUNCTION full_name(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select a || ' ' || b $function$;
-- alter-column person.size high
ALTER TABLE person DROP COLUMN size;
-- alter-column person.first medium
ALTER TABLE person ALTER COLUMN first TYPE text USING first::text;
-- alter-column person.last medium
ALTER TABLE person ALTER COLUMN last TYPE text USING last::text;
-- alter-column person.size high
ALTER TABLE person ADD COLUMN size integer GENERATED ALWAYS AS ((length(COALESCE(first, ''::text)) + length(COALESCE(last, ''::text)))) STORED;
-- add-column person.whole low
ALTER TABLE person ADD COLUMN whole text GENERATED ALWAYS AS (full_name(first, last)) STORED;
-- add-check person.size_sane medium
ALTER TABLE person ADD CONSTRAINT size_sane CHECK ((size < 100));
-- add-index person.person_whole low
CREATE INDEX person_whole ON person (whole);
-- add-view people low
CREATE VIEW people AS
SELECT person.id,
    person.whole,
    person.size
   FROM person;
