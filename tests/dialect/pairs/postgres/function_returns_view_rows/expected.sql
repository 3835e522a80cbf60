-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view w low
DROP VIEW w;
-- drop-object vs() medium
DROP FUNCTION vs();
-- drop-view v low
DROP VIEW v;
-- add-column t.born low
ALTER TABLE t ADD COLUMN born date;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.name,
    t.born
   FROM t;
-- add-object vs() low
CREATE OR REPLACE FUNCTION vs()
 RETURNS SETOF v
 LANGUAGE sql
 STABLE
AS $function$ SELECT * FROM v $function$;
-- add-view w low
CREATE VIEW w AS
SELECT vs.id,
    vs.born
   FROM vs() vs(id, name, born);
