-- alter-column t.x low
ALTER TABLE t ALTER COLUMN x DROP DEFAULT;
-- drop-object f() medium
DROP FUNCTION f();
