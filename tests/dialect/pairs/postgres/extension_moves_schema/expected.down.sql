-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object citext low
ALTER EXTENSION citext SET SCHEMA public;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE citext USING c::citext;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'X'::citext;
