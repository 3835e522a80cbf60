-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.s_changed medium
DROP STATISTICS s_changed;
-- drop-object t.s_same medium
DROP STATISTICS s_same;
-- drop-object t.s_new medium
DROP STATISTICS stats.s_new;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c text;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- drop-column t.d high
ALTER TABLE t DROP COLUMN d;
-- add-object t.s_changed low
CREATE STATISTICS s_changed ON a, b FROM t;
-- add-object t.s_gone low
CREATE STATISTICS s_gone (ndistinct) ON a, b FROM t;
-- add-object t.s_same low
CREATE STATISTICS s_same (dependencies) ON a, b FROM t;
-- set-comment t.s_same low
COMMENT ON STATISTICS s_same IS 'it''s the same';
-- drop-schema stats low
DROP SCHEMA stats;
