-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view app.v low
DROP VIEW app.v;
-- drop-index app.t.t_code_idx low
DROP INDEX app.t_code_idx;
-- alter-column app.t.s low
ALTER TABLE app.t ALTER COLUMN s DROP DEFAULT;
-- replace-enum app.status high
ALTER TYPE app.status RENAME TO dbx_old_status;
-- replace-enum app.status high
CREATE TYPE app.status AS ENUM ('new', 'done');
-- replace-enum app.status high
ALTER TABLE app.t ALTER COLUMN s TYPE app.status USING s::text::app.status;
-- replace-enum app.status high
DROP TYPE app.dbx_old_status;
-- replace-object app.next_code() low
CREATE OR REPLACE FUNCTION app.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ select 'x'::text $function$;
-- alter-column app.t.id high
ALTER TABLE app.t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column app.t.s low
ALTER TABLE app.t ALTER COLUMN s SET DEFAULT 'new'::app.status;
-- alter-column app.t.s low
ALTER TABLE app.t ALTER COLUMN s DROP NOT NULL;
-- alter-column app.t.code low
ALTER TABLE app.t ALTER COLUMN code DROP NOT NULL;
