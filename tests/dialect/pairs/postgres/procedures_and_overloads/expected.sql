-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t() medium
DROP FUNCTION t();
-- drop-object p(INOUT a integer) medium
DROP PROCEDURE p(INOUT a integer);
-- drop-object k() medium
DROP FUNCTION k();
-- drop-object h(VARIADIC xs integer[]) medium
DROP FUNCTION h(VARIADIC xs integer[]);
-- drop-object g(OUT x integer, OUT y text) medium
DROP FUNCTION g(OUT x integer, OUT y text);
-- drop-object f(a integer) medium
DROP FUNCTION f(a integer);
-- replace-object f(a text) low
CREATE OR REPLACE FUNCTION f(a text)
 RETURNS text
 LANGUAGE sql
 STRICT
AS $function$ SELECT a $function$;
-- add-object f(a text, b text) low
CREATE OR REPLACE FUNCTION f(a text, b text)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT a $function$;
-- add-object f(b integer) low
CREATE OR REPLACE FUNCTION f(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT b + 1 $function$;
-- add-object g(OUT x integer, OUT y text, OUT z date) low
CREATE OR REPLACE FUNCTION g(OUT x integer, OUT y text, OUT z date)
 RETURNS record
 LANGUAGE sql
AS $function$ SELECT 1, 'a', CURRENT_DATE $function$;
-- add-object h(VARIADIC xs text[]) low
CREATE OR REPLACE FUNCTION h(VARIADIC xs text[])
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT xs[1] $function$;
-- add-object t() low
CREATE OR REPLACE FUNCTION t()
 RETURNS TABLE(id integer, name text, more boolean)
 LANGUAGE sql
 COST 5 ROWS 10
AS $function$ SELECT 1, 'x', true $function$;
-- add-object k() low
CREATE OR REPLACE PROCEDURE k()
 LANGUAGE sql
AS $procedure$ SELECT 1 $procedure$;
-- add-object p(INOUT a bigint) low
CREATE OR REPLACE PROCEDURE p(INOUT a bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $procedure$ BEGIN a := a + 2; END $procedure$;
-- set-comment f(a text, b text) low
COMMENT ON FUNCTION f(a text, b text) IS 'two';
