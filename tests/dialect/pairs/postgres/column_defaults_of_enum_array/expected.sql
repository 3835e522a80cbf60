-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;
-- replace-enum color medium
ALTER TYPE color RENAME TO dbx_old_color;
-- replace-enum color medium
CREATE TYPE color AS ENUM ('green', 'blue', 'red');
-- replace-enum color medium
ALTER TABLE t ALTER COLUMN c TYPE color[] USING c::text[]::color[];
-- replace-enum color medium
DROP TYPE dbx_old_color;
-- add-column t.d low
ALTER TABLE t ADD COLUMN d color DEFAULT 'blue'::color NOT NULL;
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT '{red,blue}'::color[];
