-- drop-foreign-key c.c_p_fkey low
ALTER TABLE c DROP CONSTRAINT c_p_fkey;
-- drop-unique p.p_key low
ALTER TABLE p DROP CONSTRAINT p_key;
-- alter-column p.id medium
ALTER TABLE p ALTER COLUMN id SET NOT NULL;
-- add-primary-key p.p_key medium
ALTER TABLE p ADD CONSTRAINT p_key PRIMARY KEY (id);
-- add-foreign-key c.c_p_fkey medium
ALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p (id);
