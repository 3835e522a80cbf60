-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- replace-object ins() low
CREATE OR REPLACE FUNCTION ins()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN INSERT INTO t VALUES (NEW.id, NEW.a, NEW.b); RETURN NEW; END $function$;
-- add-column t.b low
ALTER TABLE t ADD COLUMN b integer;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE character varying(5) USING a::character varying(5);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.a,
    t.b
   FROM t;
-- add-object v.v_ins low
CREATE TRIGGER v_ins INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ins();
-- set-setting v.b low
ALTER VIEW v ALTER COLUMN b SET DEFAULT 3;
-- set-comment v.v_ins low
COMMENT ON TRIGGER v_ins ON v IS 'instead';
