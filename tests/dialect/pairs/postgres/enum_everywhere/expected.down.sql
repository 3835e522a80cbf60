-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view moods low
DROP VIEW moods;
-- drop-view mood_list low
DROP MATERIALIZED VIEW mood_list;
-- drop-check person.person_check low
ALTER TABLE person DROP CONSTRAINT person_check;
-- drop-index person.person_ok low
DROP INDEX person_ok;
-- alter-column person.m low
ALTER TABLE person ALTER COLUMN m DROP DEFAULT;
-- alter-column person.ms low
ALTER TABLE person ALTER COLUMN ms DROP DEFAULT;
-- drop-column person.is_happy medium
ALTER TABLE person DROP COLUMN is_happy;
-- drop-object cheer(m mood) medium
DROP FUNCTION cheer(m mood);
-- replace-enum mood high
ALTER TYPE mood RENAME TO dbx_old_mood;
-- replace-enum mood high
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- replace-enum mood high
ALTER TABLE person ALTER COLUMN m TYPE mood USING m::text::mood;
-- replace-enum mood high
ALTER TABLE person ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];
-- replace-type strict_mood high
ALTER TYPE strict_mood RENAME TO dbx_old_strict_mood;
-- replace-type strict_mood high
CREATE DOMAIN strict_mood AS mood
  CONSTRAINT strict_mood_check CHECK ((VALUE <> 'sad'::mood));
-- replace-type strict_mood high
ALTER TABLE person ALTER COLUMN dm TYPE strict_mood USING dm::text::mood::strict_mood;
-- replace-type pair high
ALTER TYPE pair RENAME TO dbx_old_pair;
-- replace-type pair high
CREATE TYPE pair AS (
  m mood,
  n integer
);
-- replace-type pair high
ALTER TABLE person ALTER COLUMN p TYPE pair USING CASE WHEN p IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((p).m::text::mood, (p).n)::pair END;
-- replace-type pair high
DROP TYPE dbx_old_pair;
-- replace-type pair high
DROP DOMAIN dbx_old_strict_mood;
-- replace-type pair high
DROP TYPE dbx_old_mood;
-- add-object cheer(m mood) low
CREATE OR REPLACE FUNCTION cheer(m mood DEFAULT 'ok'::mood)
 RETURNS mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ select 'happy'::mood $function$;
-- alter-column person.m low
ALTER TABLE person ALTER COLUMN m SET DEFAULT 'ok'::mood;
-- alter-column person.ms low
ALTER TABLE person ALTER COLUMN ms SET DEFAULT '{sad,ok}'::mood[];
-- add-column person.is_happy low
ALTER TABLE person ADD COLUMN is_happy boolean GENERATED ALWAYS AS ((m = 'happy'::mood)) STORED;
-- add-check person.person_check medium
ALTER TABLE person ADD CONSTRAINT person_check CHECK (((m <> 'sad'::mood) OR (id > 0)));
-- add-index person.person_ok low
CREATE INDEX person_ok ON person (id) WHERE (m = 'ok'::mood);
-- add-view mood_list low
CREATE MATERIALIZED VIEW mood_list AS
SELECT DISTINCT unnest(person.ms) AS m
   FROM person;
-- add-view moods low
CREATE VIEW moods AS
SELECT person.m,
    count(*) AS n
   FROM person
  WHERE (person.m = ANY (ARRAY['ok'::mood, 'happy'::mood]))
  GROUP BY person.m;
