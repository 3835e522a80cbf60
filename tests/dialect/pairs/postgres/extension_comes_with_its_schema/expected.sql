-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-index t.t_h low
DROP INDEX t_h;
-- add-object pgcrypto low
CREATE EXTENSION pgcrypto;
-- alter-column t.c medium
ALTER TABLE t ALTER COLUMN c TYPE text USING c::text;
-- add-index t.t_h low
CREATE INDEX t_h ON t USING gist (h);
-- drop-object citext medium
DROP EXTENSION citext;
