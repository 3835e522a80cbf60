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
-- add-column t.b low
ALTER TABLE t ADD COLUMN b text;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- add-view m1 low
CREATE MATERIALIZED VIEW m1 AS
SELECT t.id,
    t.a,
    t.b
   FROM t;
-- add-index m1.m1_b_idx low
CREATE INDEX m1_b_idx ON m1 (b);
-- add-object f1() low
CREATE OR REPLACE FUNCTION f1()
 RETURNS SETOF m1
 LANGUAGE sql
 STABLE
AS $function$select * from m1 where b is not null$function$;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT f1.id,
    f1.a,
    f1.b
   FROM f1() f1(id, a, b);
-- add-view m2 low
CREATE MATERIALIZED VIEW m2 AS
SELECT v1.a,
    v1.b,
    count(*) AS count
   FROM v1
  GROUP BY v1.a, v1.b;
-- add-index m2.m2_a_b_idx medium
CREATE UNIQUE INDEX m2_a_b_idx ON m2 (a, b);
