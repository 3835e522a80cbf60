-- drop-unique a.k low
ALTER TABLE a DROP CONSTRAINT k;
-- add-unique b.k medium
ALTER TABLE b ADD CONSTRAINT k UNIQUE (x);
