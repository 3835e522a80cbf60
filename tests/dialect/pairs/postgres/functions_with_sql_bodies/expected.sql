-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- drop-object plus(a integer, b integer) medium
DROP FUNCTION plus(a integer, b integer);
-- drop-object total() medium
DROP FUNCTION total();
-- drop-object clear(IN x integer) medium
DROP PROCEDURE clear(IN x integer);
-- add-object plus(a integer, b integer) low
CREATE OR REPLACE FUNCTION plus(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (a + b);
-- add-object clear(IN y integer, IN z text) low
CREATE OR REPLACE PROCEDURE clear(IN y integer, IN z text)
 LANGUAGE sql
AS $procedure$ DELETE FROM t WHERE n = y $procedure$;
-- add-column t.m low
ALTER TABLE t ADD COLUMN m integer;
-- alter-column t.n medium
ALTER TABLE t ALTER COLUMN n TYPE bigint USING n::bigint;
-- add-object total() low
CREATE OR REPLACE FUNCTION total()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.m) AS sum
    FROM t;
END;
-- add-view v low
CREATE VIEW v AS
SELECT total() AS x;
