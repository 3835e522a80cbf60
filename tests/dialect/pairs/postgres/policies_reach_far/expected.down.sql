-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object doc.make medium
DROP POLICY make ON doc;
-- drop-object doc.see medium
DROP POLICY see ON doc;
-- drop-foreign-key doc.doc_org_id_fkey low
ALTER TABLE doc DROP CONSTRAINT doc_org_id_fkey;
-- alter-column doc.org_id high
ALTER TABLE doc ALTER COLUMN org_id TYPE integer USING org_id::integer;
-- alter-column doc.secret low
ALTER TABLE doc ALTER COLUMN secret DROP DEFAULT;
-- alter-column doc.secret low
ALTER TABLE doc ALTER COLUMN secret DROP NOT NULL;
-- alter-column org.id high
ALTER TABLE org ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column org.owner medium
ALTER TABLE org ALTER COLUMN owner TYPE text USING owner::text;
-- drop-column org.admins high
ALTER TABLE org DROP COLUMN admins;
-- add-foreign-key doc.doc_org_id_fkey medium
ALTER TABLE doc ADD CONSTRAINT doc_org_id_fkey FOREIGN KEY (org_id) REFERENCES org (id);
-- add-object doc.make low
CREATE POLICY make ON doc AS RESTRICTIVE FOR INSERT WITH CHECK ((NOT secret));
-- add-object doc.see low
CREATE POLICY see ON doc FOR SELECT USING ((EXISTS ( SELECT 1
   FROM org o
  WHERE ((o.id = doc.org_id) AND (o.owner = CURRENT_USER)))));
-- set-setting doc low
ALTER TABLE doc NO FORCE ROW LEVEL SECURITY;
