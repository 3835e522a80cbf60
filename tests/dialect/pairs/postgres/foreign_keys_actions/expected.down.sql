-- drop-foreign-key c.c_p_fkey low
ALTER TABLE c DROP CONSTRAINT c_p_fkey;
-- add-foreign-key c.c_code_fkey medium
ALTER TABLE c ADD CONSTRAINT c_code_fkey FOREIGN KEY (code) REFERENCES p (code) ON DELETE CASCADE;
-- add-foreign-key c.c_p_fkey medium
ALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p (id);
