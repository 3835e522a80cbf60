-- drop-foreign-key c.c_p_id_fkey low
ALTER TABLE c DROP CONSTRAINT c_p_id_fkey;
-- alter-column c.p_id medium
ALTER TABLE c ALTER COLUMN p_id TYPE text USING p_id::text;
-- alter-column p.id medium
ALTER TABLE p ALTER COLUMN id TYPE text USING id::text;
-- add-foreign-key c.c_p_id_fkey medium
ALTER TABLE c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id);
