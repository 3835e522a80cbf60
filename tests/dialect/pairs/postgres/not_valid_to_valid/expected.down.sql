-- drop-foreign-key c.c_p low
ALTER TABLE c DROP CONSTRAINT c_p;
-- add-foreign-key c.c_p medium
ALTER TABLE c ADD CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id) NOT VALID;
