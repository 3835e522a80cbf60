-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.tr medium
DROP TRIGGER tr ON t;
-- replace-object f() low
CREATE OR REPLACE FUNCTION f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.b := 1; return new; end $function$;
-- drop-column t.c high
ALTER TABLE t DROP COLUMN c;
-- add-object t.tr low
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- drop-object h() medium
DROP FUNCTION h();
-- drop-object g(x integer) medium
DROP FUNCTION g(x integer);
