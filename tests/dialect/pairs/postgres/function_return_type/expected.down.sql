-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-column t.y medium
ALTER TABLE t DROP COLUMN y;
-- replace-object f(a integer) low
CREATE OR REPLACE FUNCTION f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select a$function$;
-- alter-column t.x low
ALTER TABLE t ALTER COLUMN x SET DEFAULT f(1);
-- drop-object f(a text) medium
DROP FUNCTION f(a text);
