-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- replace-object ins() low
CREATE OR REPLACE FUNCTION ins()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN INSERT INTO t VALUES (NEW.id, NEW.a); RETURN NEW; END $function$;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.a
   FROM t;
-- add-object v.v_ins low
CREATE TRIGGER v_ins INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ins();
-- set-setting v.a low
ALTER VIEW v ALTER COLUMN a SET DEFAULT 'x''y'::text;
-- set-comment v.v_ins low
COMMENT ON TRIGGER v_ins ON v IS 'instead';
