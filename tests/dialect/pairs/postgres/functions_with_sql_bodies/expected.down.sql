-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- drop-object plus(a integer, b integer) medium
DROP FUNCTION plus(a integer, b integer);
-- drop-object total() medium
DROP FUNCTION total();
-- drop-object clear(IN y integer, IN z text) medium
DROP PROCEDURE clear(IN y integer, IN z text);
-- add-object plus(a integer, b integer) low
CREATE OR REPLACE FUNCTION plus(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (a + b);
-- add-object clear(IN x integer) low
CREATE OR REPLACE PROCEDURE clear(IN x integer)
 LANGUAGE sql
AS $procedure$ DELETE FROM t WHERE n = x $procedure$;
-- alter-column t.n high
ALTER TABLE t ALTER COLUMN n TYPE integer USING n::integer;
-- drop-column t.m high
ALTER TABLE t DROP COLUMN m;
-- add-object total() low
CREATE OR REPLACE FUNCTION total()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.n) AS sum
    FROM t;
END;
-- add-view v low
CREATE VIEW v AS
SELECT total() AS x;
