-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object citext low
ALTER EXTENSION citext SET SCHEMA ext;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE ext.citext USING c::ext.citext;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c SET DEFAULT 'X'::ext.citext;
