-- rename-constraint c.fk_old low
ALTER TABLE c RENAME CONSTRAINT fk_new TO fk_old;
