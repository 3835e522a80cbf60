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
-- drop-object full_name(a text, b text) medium
DROP FUNCTION full_name(a text, b text);
-- add-object full_name(a text, b text, c text) low
CREATE OR REPLACE FUNCTION full_name(a text, b text, c text DEFAULT ''::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select a || ' ' || b || c $function$;
-- alter-column person.size medium
ALTER TABLE person DROP COLUMN size;
-- alter-column person.first high
ALTER TABLE person ALTER COLUMN first TYPE character varying(50) USING first::character varying(50);
-- alter-column person.last high
ALTER TABLE person ALTER COLUMN last TYPE character varying(50) USING last::character varying(50);
-- alter-column person.size medium
ALTER TABLE person ADD COLUMN size bigint GENERATED ALWAYS AS (((length((COALESCE(first, ''::character varying))::text) * 2) + length((COALESCE(last, ''::character varying))::text))) STORED;
-- add-column person.whole low
ALTER TABLE person ADD COLUMN whole text GENERATED ALWAYS AS (full_name((last)::text, (first)::text)) STORED;
-- add-check person.size_sane medium
ALTER TABLE person ADD CONSTRAINT size_sane CHECK ((size < 200));
-- add-index person.person_whole low
CREATE INDEX person_whole ON person (whole text_pattern_ops);
-- add-view people low
CREATE VIEW people AS
SELECT person.id,
    person.whole,
    person.size
   FROM person;
