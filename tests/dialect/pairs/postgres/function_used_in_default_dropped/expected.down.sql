-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-object f() low
CREATE OR REPLACE FUNCTION f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
-- alter-column t.x low
ALTER TABLE t ALTER COLUMN x SET DEFAULT f();
