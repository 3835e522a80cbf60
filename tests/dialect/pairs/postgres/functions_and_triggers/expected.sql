-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.tr medium
DROP TRIGGER tr ON t;
-- replace-object f() low
CREATE OR REPLACE FUNCTION f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.b := 2; return new; end $function$;
-- add-object g(x integer) low
CREATE OR REPLACE FUNCTION g(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select x + 1 $function$;
-- add-object h() low
CREATE OR REPLACE FUNCTION h()
 RETURNS SETOF t
 LANGUAGE sql
AS $function$ select * from t $function$;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c integer;
-- add-object t.tr low
CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
