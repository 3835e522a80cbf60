-- drop-object t.p medium
DROP POLICY p ON t;
-- drop-object t.g medium
DROP TRIGGER g ON t;
-- replace-enum st high
ALTER TYPE st RENAME TO dbx_old_st;
-- replace-enum st high
CREATE TYPE st AS ENUM ('a', 'b');
-- replace-enum st high
ALTER TABLE t ALTER COLUMN s TYPE st USING s::text::st;
-- replace-enum st high
ALTER TABLE t ALTER COLUMN x TYPE text USING x::text;
-- replace-enum st high
DROP TYPE dbx_old_st;
-- alter-column t.x medium
ALTER TABLE t ALTER COLUMN x TYPE text USING x::text;
