-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-enum st medium
ALTER TYPE st RENAME TO dbx_old_st;
-- replace-enum st medium
CREATE TYPE st AS ENUM ('a', 'b', 'c');
-- replace-enum st medium
ALTER TABLE t ALTER COLUMN s TYPE st USING s::text::st;
-- replace-enum st medium
DROP TYPE dbx_old_st;
-- alter-column t.x high
ALTER TABLE t ALTER COLUMN x TYPE st USING x::st;
-- add-object t.g low
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (new.s = 'c'::st) EXECUTE FUNCTION f();
-- add-object t.p low
CREATE POLICY p ON t USING ((s <> 'c'::st));
