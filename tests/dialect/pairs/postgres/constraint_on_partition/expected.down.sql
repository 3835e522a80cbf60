-- drop-check m2.ck low
ALTER TABLE m2 DROP CONSTRAINT ck;
-- drop-index m2.m2_id low
DROP INDEX m2_id;
-- add-check m1.ck medium
ALTER TABLE m1 ADD CONSTRAINT ck CHECK ((id > 0));
-- add-index m1.m1_id low
CREATE INDEX m1_id ON m1 (id);
