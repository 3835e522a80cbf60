-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t() medium
DROP FUNCTION t();
-- drop-object p(INOUT a bigint) medium
DROP PROCEDURE p(INOUT a bigint);
-- drop-object k() medium
DROP PROCEDURE k();
-- drop-object h(VARIADIC xs text[]) medium
DROP FUNCTION h(VARIADIC xs text[]);
-- drop-object g(OUT x integer, OUT y text, OUT z date) medium
DROP FUNCTION g(OUT x integer, OUT y text, OUT z date);
-- drop-object f(b integer) medium
DROP FUNCTION f(b integer);
-- drop-object f(a text, b text) medium
DROP FUNCTION f(a text, b text);
-- add-object f(a integer) low
CREATE OR REPLACE FUNCTION f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT a $function$;
-- replace-object f(a text) low
CREATE OR REPLACE FUNCTION f(a text)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT a $function$;
-- add-object g(OUT x integer, OUT y text) low
CREATE OR REPLACE FUNCTION g(OUT x integer, OUT y text)
 RETURNS record
 LANGUAGE sql
AS $function$ SELECT 1, 'a' $function$;
-- add-object h(VARIADIC xs integer[]) low
CREATE OR REPLACE FUNCTION h(VARIADIC xs integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT xs[1] $function$;
-- add-object k() low
CREATE OR REPLACE FUNCTION k()
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$;
-- add-object t() low
CREATE OR REPLACE FUNCTION t()
 RETURNS TABLE(id integer, name text)
 LANGUAGE sql
AS $function$ SELECT 1, 'x' $function$;
-- add-object p(INOUT a integer) low
CREATE OR REPLACE PROCEDURE p(INOUT a integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN a := a + 1; END $procedure$;
-- set-comment f(a integer) low
COMMENT ON FUNCTION f(a integer) IS 'f''s';
