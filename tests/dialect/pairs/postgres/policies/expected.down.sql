-- drop-object t.q medium
DROP POLICY q ON t;
-- drop-object t.p medium
DROP POLICY p ON t;
-- alter-table t low
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
