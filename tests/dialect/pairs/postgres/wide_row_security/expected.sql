-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.Read It medium
DROP POLICY "Read It" ON t;
-- drop-object t.w medium
DROP POLICY w ON t;
-- drop-object t.gone medium
DROP POLICY gone ON t;
-- drop-object me() medium
DROP FUNCTION me();
-- add-object me() low
CREATE OR REPLACE FUNCTION me()
 RETURNS character varying
 LANGUAGE sql
 STABLE
AS $function$ SELECT CURRENT_USER::varchar $function$;
-- add-object t.Read It low
CREATE POLICY "Read It" ON t FOR SELECT TO pg_monitor, pg_read_all_data USING ((owner = (me())::text));
-- add-object t.u low
CREATE POLICY u ON t FOR UPDATE USING (true) WITH CHECK ((owner IS NOT NULL));
-- add-object t.w low
CREATE POLICY w ON t FOR INSERT WITH CHECK ((owner = (me())::text));
-- set-setting t low
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- set-comment t.w low
COMMENT ON POLICY w ON t IS 'w''s';
