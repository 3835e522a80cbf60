-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-enum-values app.status low
ALTER TYPE app.status ADD VALUE 'old' AFTER 'new';
-- replace-object app.next_code() low
CREATE OR REPLACE FUNCTION app.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ select 'y'::text $function$;
-- alter-column app.t.id medium
ALTER TABLE app.t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column app.t.s medium
ALTER TABLE app.t ALTER COLUMN s SET DEFAULT 'done'::app.status;
-- alter-column app.t.s medium
UPDATE app.t SET s = 'done'::app.status WHERE s IS NULL;
-- alter-column app.t.s medium
ALTER TABLE app.t ALTER COLUMN s SET NOT NULL;
-- alter-column app.t.code medium
UPDATE app.t SET code = app.next_code() WHERE code IS NULL;
-- alter-column app.t.code medium
ALTER TABLE app.t ALTER COLUMN code SET NOT NULL;
-- add-index app.t.t_code_idx low
CREATE INDEX t_code_idx ON app.t (code) WHERE (s = 'new'::app.status);
-- add-view app.v low
CREATE VIEW app.v AS
SELECT t.id
   FROM app.t
  WHERE (t.s <> 'done'::app.status);
