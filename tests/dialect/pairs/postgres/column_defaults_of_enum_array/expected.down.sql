-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;
-- drop-column t.d high
ALTER TABLE t DROP COLUMN d;
-- replace-enum color high
ALTER TYPE color RENAME TO dbx_old_color;
-- replace-enum color high
CREATE TYPE color AS ENUM ('red', 'green');
-- replace-enum color high
ALTER TABLE t ALTER COLUMN c TYPE color[] USING c::text[]::color[];
-- replace-enum color high
DROP TYPE dbx_old_color;
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT '{red}'::color[];
