-- replace-enum mood medium
ALTER TYPE mood RENAME TO dbx_old_mood;
-- replace-enum mood medium
CREATE TYPE mood AS ENUM ('sad', 'new');
-- replace-enum mood medium
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::text::mood;
-- replace-enum mood medium
DROP TYPE dbx_old_mood;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'new'::mood;
