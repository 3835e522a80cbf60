-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.tr medium
DROP TRIGGER tr ON t;
-- drop-object t.p medium
DROP POLICY p ON t;
-- drop-object t.st medium
DROP STATISTICS st;
-- drop-view v low
DROP VIEW v;
-- drop-foreign-key r.r_t low
ALTER TABLE r DROP CONSTRAINT r_t;
-- drop-unique t.u low
ALTER TABLE t DROP CONSTRAINT u;
-- drop-index t.i2 low
DROP INDEX i2;
-- add-column t.a low
ALTER TABLE t ADD COLUMN a integer;
-- alter-column t.g medium
ALTER TABLE t DROP COLUMN g;
-- alter-column t.g medium
ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS ((a + b)) STORED;
-- add-unique t.u medium
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, c);
-- add-check t.ab medium
ALTER TABLE t ADD CONSTRAINT ab CHECK ((a < b));
-- add-index t.i1 low
CREATE INDEX i1 ON t (a);
-- add-index t.i2 low
CREATE INDEX i2 ON t (b) WHERE (a > 0);
-- add-index t.i3 low
CREATE INDEX i3 ON t (((a * 2)));
-- add-foreign-key r.r_t medium
ALTER TABLE r ADD CONSTRAINT r_t FOREIGN KEY (a, c) REFERENCES t (a, c);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.a,
    t.g
   FROM t;
-- add-object t.tr low
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
-- add-object t.p low
CREATE POLICY p ON t USING ((a > 0));
-- add-object t.st low
CREATE STATISTICS st ON a, b FROM t;
