-- drop-check m1.ck low
ALTER TABLE m1 DROP CONSTRAINT ck;
-- drop-index m1.m1_id low
DROP INDEX m1_id;
-- add-check m2.ck medium
ALTER TABLE m2 ADD CONSTRAINT ck CHECK ((id > 0));
-- add-index m2.m2_id medium
CREATE UNIQUE INDEX m2_id ON m2 (id);
