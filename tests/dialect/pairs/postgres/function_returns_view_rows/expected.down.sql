-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view w low
DROP VIEW w;
-- drop-object vs() medium
DROP FUNCTION vs();
-- drop-view v low
DROP VIEW v;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- drop-column t.born high
ALTER TABLE t DROP COLUMN born;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.name
   FROM t;
-- add-object vs() low
CREATE OR REPLACE FUNCTION vs()
 RETURNS SETOF v
 LANGUAGE sql
 STABLE
AS $function$ SELECT * FROM v $function$;
-- add-view w low
CREATE VIEW w AS
SELECT vs.id
   FROM vs() vs(id, name);
