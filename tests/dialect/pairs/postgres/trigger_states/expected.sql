-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.b medium
DROP TRIGGER b ON t;
-- drop-object t.c medium
DROP TRIGGER c ON t;
-- alter-column t.n medium
ALTER TABLE t ALTER COLUMN n TYPE bigint USING n::bigint;
-- add-object t.b low
CREATE TRIGGER b AFTER UPDATE OF n ON t FOR EACH ROW WHEN (old.n IS DISTINCT FROM new.n) EXECUTE FUNCTION f();
-- add-object t.c low
CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION f();
-- add-object t.s low
CREATE TRIGGER s AFTER INSERT ON t REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION f();
-- set-setting t.b low
ALTER TABLE t ENABLE ALWAYS TRIGGER b;
-- set-setting t.s low
ALTER TABLE t ENABLE REPLICA TRIGGER s;
-- set-setting t.a low
ALTER TABLE t ENABLE TRIGGER a;
