-- drop-unique b.k low
ALTER TABLE b DROP CONSTRAINT k;
-- add-unique a.k medium
ALTER TABLE a ADD CONSTRAINT k UNIQUE (x);
