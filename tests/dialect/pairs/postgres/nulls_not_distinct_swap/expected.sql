-- drop-unique a.u1 low
ALTER TABLE a DROP CONSTRAINT u1;
-- drop-unique a.u2 low
ALTER TABLE a DROP CONSTRAINT u2;
-- drop-index a.i1 low
DROP INDEX i1;
-- drop-index a.i2 low
DROP INDEX i2;
-- add-unique a.u1 medium
ALTER TABLE a ADD CONSTRAINT u1 UNIQUE (x, y);
-- add-unique a.u2 medium
ALTER TABLE a ADD CONSTRAINT u2 UNIQUE NULLS NOT DISTINCT (y);
-- add-index a.i1 medium
CREATE UNIQUE INDEX i1 ON a (x) NULLS NOT DISTINCT;
-- add-index a.i2 medium
CREATE UNIQUE INDEX i2 ON a (((x + y))) INCLUDE (y) WHERE (x > 0);
