-- drop-index t.i1 low
DROP INDEX i1;
-- drop-index t.i10 low
DROP INDEX i10;
-- drop-index t.i11 low
DROP INDEX i11;
-- drop-index t.i12 low
DROP INDEX i12;
-- drop-index t.i2 low
DROP INDEX i2;
-- drop-index t.i3 low
DROP INDEX i3;
-- drop-index t.i4 low
DROP INDEX i4;
-- drop-index t.i5 low
DROP INDEX i5;
-- drop-index t.i6 low
DROP INDEX i6;
-- drop-index t.i7 low
DROP INDEX i7;
-- drop-index t.i8 low
DROP INDEX i8;
-- drop-index t.i9 low
DROP INDEX i9;
-- add-index t.i1 low
CREATE INDEX i1 ON t (a);
-- add-index t.i2 low
CREATE INDEX i2 ON t (b);
