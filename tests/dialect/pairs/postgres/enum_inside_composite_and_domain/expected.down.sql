-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- drop-index diary.diary_m low
DROP INDEX diary_m;
-- alter-column diary.m low
ALTER TABLE diary ALTER COLUMN m DROP DEFAULT;
-- alter-column diary.ms low
ALTER TABLE diary ALTER COLUMN ms DROP DEFAULT;
-- drop-object better(m mood) medium
DROP FUNCTION better(m mood);
-- replace-enum mood high
ALTER TYPE mood RENAME TO dbx_old_mood;
-- replace-enum mood high
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- replace-enum mood high
ALTER TABLE diary ALTER COLUMN m TYPE mood USING m::text::mood;
-- replace-enum mood high
ALTER TABLE diary ALTER COLUMN ms TYPE mood[] USING ms::text[]::mood[];
-- replace-type good_mood high
ALTER TYPE good_mood RENAME TO dbx_old_good_mood;
-- replace-type good_mood high
CREATE DOMAIN good_mood AS mood
  CONSTRAINT good CHECK ((VALUE <> 'sad'::mood));
-- replace-type good_mood high
ALTER TABLE diary ALTER COLUMN g TYPE good_mood USING g::text::mood::good_mood;
-- replace-type feeling high
ALTER TYPE feeling RENAME TO dbx_old_feeling;
-- replace-type feeling high
CREATE TYPE feeling AS (
  who text,
  how mood
);
-- replace-type feeling high
ALTER TABLE diary ALTER COLUMN f TYPE feeling USING CASE WHEN f IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((f).who, (f).how::text::mood)::feeling END;
-- replace-type feeling high
DROP TYPE dbx_old_feeling;
-- replace-type feeling high
DROP DOMAIN dbx_old_good_mood;
-- replace-type feeling high
DROP TYPE dbx_old_mood;
-- add-object better(m mood) low
CREATE OR REPLACE FUNCTION better(m mood)
 RETURNS mood
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'happy'::mood $function$;
-- alter-column diary.m low
ALTER TABLE diary ALTER COLUMN m SET DEFAULT 'ok'::mood;
-- alter-column diary.ms low
ALTER TABLE diary ALTER COLUMN ms SET DEFAULT '{ok}'::mood[];
-- add-index diary.diary_m low
CREATE INDEX diary_m ON diary (m) WHERE (m = 'ok'::mood);
-- add-view v low
CREATE VIEW v AS
SELECT diary.id,
    better(diary.m) AS b
   FROM diary;
