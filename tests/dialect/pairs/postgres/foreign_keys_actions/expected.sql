-- drop-foreign-key c.c_code_fkey low
ALTER TABLE c DROP CONSTRAINT c_code_fkey;
-- drop-foreign-key c.c_p_fkey low
ALTER TABLE c DROP CONSTRAINT c_p_fkey;
-- add-foreign-key c.c_p_fkey medium
ALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p (id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
