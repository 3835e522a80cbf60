-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.Read It medium
DROP POLICY "Read It" ON t;
-- drop-object t.w medium
DROP POLICY w ON t;
-- drop-object t.u medium
DROP POLICY u ON t;
-- drop-object me() medium
DROP FUNCTION me();
-- add-object me() low
CREATE OR REPLACE FUNCTION me()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT CURRENT_USER::text $function$;
-- add-object t.Read It low
CREATE POLICY "Read It" ON t AS RESTRICTIVE FOR SELECT USING ((owner = me()));
-- add-object t.gone low
CREATE POLICY gone ON t;
-- add-object t.w low
CREATE POLICY w ON t FOR INSERT WITH CHECK ((owner = me()));
-- set-setting t low
ALTER TABLE t NO FORCE ROW LEVEL SECURITY;
-- set-comment t.w low
COMMENT ON POLICY w ON t IS 'w''s';
