-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- alter-table t low
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- add-object t.p low
CREATE POLICY p ON t FOR SELECT USING ((owner = CURRENT_USER));
-- add-object t.q low
CREATE POLICY q ON t FOR INSERT WITH CHECK ((a > 0));
