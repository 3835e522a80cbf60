-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object f(a integer) low
CREATE OR REPLACE FUNCTION f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select a + 1$function$;
-- add-object f(a text) low
CREATE OR REPLACE FUNCTION f(a text)
 RETURNS text
 LANGUAGE sql
AS $function$select a$function$;
-- alter-column t.x low
ALTER TABLE t ALTER COLUMN x SET DEFAULT f(2);
-- add-column t.y low
ALTER TABLE t ADD COLUMN y integer GENERATED ALWAYS AS ((x * 2)) STORED;
