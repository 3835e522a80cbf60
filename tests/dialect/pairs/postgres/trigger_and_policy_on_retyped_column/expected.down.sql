-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object doc.t medium
DROP TRIGGER t ON doc;
-- drop-object doc.p medium
DROP POLICY p ON doc;
-- drop-object doc.q medium
DROP POLICY q ON doc;
-- drop-foreign-key doc.doc_owner_id_fkey low
ALTER TABLE doc DROP CONSTRAINT doc_owner_id_fkey;
-- alter-column doc.owner_id high
ALTER TABLE doc ALTER COLUMN owner_id TYPE integer USING owner_id::integer;
-- alter-column doc.level medium
ALTER TABLE doc ALTER COLUMN level TYPE integer USING level::integer;
-- alter-column owner.id high
ALTER TABLE owner ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column owner.login medium
ALTER TABLE owner ALTER COLUMN login TYPE text USING login::text;
-- add-foreign-key doc.doc_owner_id_fkey medium
ALTER TABLE doc ADD CONSTRAINT doc_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (id);
-- add-object doc.t low
CREATE TRIGGER t BEFORE UPDATE OF level ON doc FOR EACH ROW WHEN (new.level > 3) EXECUTE FUNCTION f();
-- add-object doc.p low
CREATE POLICY p ON doc USING ((level > 1));
-- add-object doc.q low
CREATE POLICY q ON doc FOR SELECT USING ((EXISTS ( SELECT 1
   FROM owner o
  WHERE ((o.id = doc.owner_id) AND (o.login = CURRENT_USER)))));
