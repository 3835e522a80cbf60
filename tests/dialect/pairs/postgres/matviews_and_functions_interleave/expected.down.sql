-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view m2 low
DROP MATERIALIZED VIEW m2;
-- drop-view v1 low
DROP VIEW v1;
-- drop-object f1() medium
DROP FUNCTION f1();
-- drop-view m1 low
DROP MATERIALIZED VIEW m1;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- add-view m1 low
CREATE MATERIALIZED VIEW m1 AS
SELECT t.id,
    t.a
   FROM t;
-- add-object f1() low
CREATE OR REPLACE FUNCTION f1()
 RETURNS SETOF m1
 LANGUAGE sql
 STABLE
AS $function$select * from m1$function$;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT f1.id,
    f1.a
   FROM f1() f1(id, a);
-- add-view m2 low
CREATE MATERIALIZED VIEW m2 AS
SELECT v1.a,
    count(*) AS count
   FROM v1
  GROUP BY v1.a;
-- add-index m2.m2_a_idx medium
CREATE UNIQUE INDEX m2_a_idx ON m2 (a);
