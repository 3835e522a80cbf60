-- drop-foreign-key c.c_p_id_fkey low
ALTER TABLE c DROP CONSTRAINT c_p_id_fkey;
-- alter-column c.p_id high
ALTER TABLE c ALTER COLUMN p_id TYPE integer USING p_id::integer;
-- alter-column p.id high
ALTER TABLE p ALTER COLUMN id TYPE integer USING id::integer;
-- add-foreign-key c.c_p_id_fkey medium
ALTER TABLE c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id);
