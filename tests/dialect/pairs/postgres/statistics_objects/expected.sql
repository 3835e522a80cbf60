-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.s_changed medium
DROP STATISTICS s_changed;
-- drop-object t.s_same medium
DROP STATISTICS s_same;
-- drop-object t.s_gone medium
DROP STATISTICS s_gone;
-- add-schema stats low
CREATE SCHEMA stats;
-- add-column t.d low
ALTER TABLE t ADD COLUMN d text;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;
-- drop-column t.c high
ALTER TABLE t DROP COLUMN c;
-- add-object t.s_changed low
CREATE STATISTICS s_changed (ndistinct, mcv) ON a, b, d FROM t;
-- add-object t.s_same low
CREATE STATISTICS s_same (dependencies) ON a, b FROM t;
-- add-object t.s_new low
CREATE STATISTICS stats.s_new ON a, lower(d) FROM t;
-- set-comment t.s_changed low
COMMENT ON STATISTICS s_changed IS 'changed';
