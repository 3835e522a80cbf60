-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- replace-enum mood high
ALTER TYPE mood RENAME TO dbx_old_mood;
-- replace-enum mood high
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- replace-enum mood high
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::text::mood;
-- replace-enum mood high
ALTER TABLE t ALTER COLUMN b TYPE mood[] USING b::text[]::mood[];
-- replace-enum mood high
DROP TYPE dbx_old_mood;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'ok'::mood;
