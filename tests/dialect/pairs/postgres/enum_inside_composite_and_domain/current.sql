CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE feeling AS (who text, how mood);
CREATE DOMAIN good_mood AS mood CONSTRAINT good CHECK (VALUE <> 'sad');
CREATE TABLE diary (id integer PRIMARY KEY, f feeling, g good_mood, m mood DEFAULT 'ok', ms mood[] DEFAULT '{ok}');
CREATE FUNCTION better(m mood) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT 'happy'::mood $$;
CREATE INDEX diary_m ON diary (m) WHERE m = 'ok'::mood;
CREATE VIEW v AS SELECT id, better(m) AS b FROM diary;
INSERT INTO diary VALUES (1, ROW('x', 'ok'), 'happy', 'ok', '{ok,happy}'), (2, NULL, NULL, NULL, NULL);
