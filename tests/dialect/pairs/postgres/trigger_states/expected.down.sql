-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.b medium
DROP TRIGGER b ON t;
-- drop-object t.c medium
DROP TRIGGER c ON t;
-- drop-object t.s medium
DROP TRIGGER s ON t;
-- alter-column t.n high
ALTER TABLE t ALTER COLUMN n TYPE integer USING n::integer;
-- add-object t.b low
CREATE TRIGGER b AFTER UPDATE OF n ON t FOR EACH ROW WHEN (old.n IS DISTINCT FROM new.n) EXECUTE FUNCTION f();
-- add-object t.c low
CREATE CONSTRAINT TRIGGER c AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
-- set-setting t.a low
ALTER TABLE t DISABLE TRIGGER a;
-- set-setting t.b low
ALTER TABLE t ENABLE ALWAYS TRIGGER b;
