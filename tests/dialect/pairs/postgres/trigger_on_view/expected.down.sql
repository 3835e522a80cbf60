-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- add-view v low
CREATE VIEW v AS
SELECT t.a
   FROM t;
-- add-object v.tr low
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
