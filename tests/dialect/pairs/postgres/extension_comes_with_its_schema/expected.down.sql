-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-index t.t_h low
DROP INDEX t_h;
-- add-object citext low
CREATE EXTENSION citext;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE citext USING c::citext;
-- add-index t.t_h low
CREATE INDEX t_h ON t USING gin (h);
-- drop-object pgcrypto medium
DROP EXTENSION pgcrypto;
