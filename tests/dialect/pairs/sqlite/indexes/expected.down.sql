-- drop-index t.i1 low
DROP INDEX i1;
-- drop-index t.i2 low
DROP INDEX i2;
-- drop-index t.i3 low
DROP INDEX i3;
-- drop-index t.i4 low
DROP INDEX i4;
-- add-index t.i1 low
CREATE INDEX i1 ON t (a);
-- add-index t.i2 medium
CREATE UNIQUE INDEX i2 ON t (b);
