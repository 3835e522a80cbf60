-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object doc.make medium
DROP POLICY make ON doc;
-- drop-object doc.see medium
DROP POLICY see ON doc;
-- drop-foreign-key doc.doc_org_id_fkey low
ALTER TABLE doc DROP CONSTRAINT doc_org_id_fkey;
-- add-column org.admins low
ALTER TABLE org ADD COLUMN admins text[] DEFAULT '{}'::text[];
-- alter-column doc.org_id medium
ALTER TABLE doc ALTER COLUMN org_id TYPE bigint USING org_id::bigint;
-- alter-column doc.secret medium
ALTER TABLE doc ALTER COLUMN secret SET DEFAULT true;
-- alter-column doc.secret medium
UPDATE doc SET secret = true WHERE secret IS NULL;
-- alter-column doc.secret medium
ALTER TABLE doc ALTER COLUMN secret SET NOT NULL;
-- alter-column org.id medium
ALTER TABLE org ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column org.owner high
ALTER TABLE org ALTER COLUMN owner TYPE name USING owner::name;
-- add-foreign-key doc.doc_org_id_fkey medium
ALTER TABLE doc ADD CONSTRAINT doc_org_id_fkey FOREIGN KEY (org_id) REFERENCES org (id);
-- add-object doc.make low
CREATE POLICY make ON doc FOR INSERT WITH CHECK (((NOT secret) OR (org_id IS NULL)));
-- add-object doc.see low
CREATE POLICY see ON doc USING ((EXISTS ( SELECT 1
   FROM org o
  WHERE ((o.id = doc.org_id) AND ((o.owner = CURRENT_USER) OR (CURRENT_USER = ANY (o.admins))))))) WITH CHECK ((org_id > 0));
-- set-setting doc low
ALTER TABLE doc FORCE ROW LEVEL SECURITY;
