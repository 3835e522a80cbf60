CREATE TYPE mood AS ENUM ('happy', 'ok', 'meh');
CREATE TYPE feeling AS (who text, how mood);
CREATE DOMAIN good_mood AS mood CONSTRAINT good CHECK (VALUE <> 'meh');
CREATE TABLE diary (id integer PRIMARY KEY, f feeling, g good_mood, m mood DEFAULT 'happy', ms mood[] DEFAULT '{ok}');
CREATE FUNCTION better(m mood) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT 'happy'::mood $$;
CREATE INDEX diary_m ON diary (m) WHERE m = 'ok'::mood;
CREATE VIEW v AS SELECT id, better(m) AS b FROM diary;
