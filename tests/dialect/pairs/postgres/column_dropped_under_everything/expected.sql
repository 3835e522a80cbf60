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
-- drop-check t.ab low
ALTER TABLE t DROP CONSTRAINT ab;
-- drop-index t.i1 low
DROP INDEX i1;
-- drop-index t.i2 low
DROP INDEX i2;
-- drop-index t.i3 low
DROP INDEX i3;
-- alter-column t.g medium
ALTER TABLE t DROP COLUMN g;
-- alter-column t.g medium
ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS ((b * 2)) STORED;
-- drop-column t.a high
ALTER TABLE t DROP COLUMN a;
-- add-unique t.u medium
ALTER TABLE t ADD CONSTRAINT u UNIQUE (c);
-- add-index t.i2 low
CREATE INDEX i2 ON t (b) WHERE (b > 0);
-- add-foreign-key r.r_t medium
ALTER TABLE r ADD CONSTRAINT r_t FOREIGN KEY (c) REFERENCES t (c);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.g
   FROM t;
-- add-object t.tr low
CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
-- add-object t.p low
CREATE POLICY p ON t FOR SELECT USING ((b > 0));
-- add-object t.st low
CREATE STATISTICS st ON b, c FROM t;
