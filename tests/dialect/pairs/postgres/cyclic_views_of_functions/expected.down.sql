-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object h(r b) medium
DROP FUNCTION h(r b);
-- drop-view b low
DROP VIEW b;
-- drop-object g() medium
DROP FUNCTION g();
-- drop-view a low
DROP VIEW a;
-- drop-object f(x integer) medium
DROP FUNCTION f(x integer);
-- add-object f(x integer) low
CREATE OR REPLACE FUNCTION f(x integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT x $function$;
-- add-view a low
CREATE VIEW a AS
SELECT t.id,
    f(t.n) AS n
   FROM t;
-- add-object g() low
CREATE OR REPLACE FUNCTION g()
 RETURNS SETOF a
 LANGUAGE sql
 STABLE
AS $function$ SELECT * FROM a $function$;
-- add-view b low
CREATE VIEW b AS
SELECT g.id
   FROM g() g(id, n);
-- add-object h(r b) low
CREATE OR REPLACE FUNCTION h(r b)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT (r).id $function$;
