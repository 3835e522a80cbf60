-- drop-index t.i1 low
DROP INDEX i1;
-- drop-index t.i2 low
DROP INDEX i2;
-- add-index t.i1 low
CREATE INDEX i1 ON t (a DESC, b COLLATE NOCASE);
-- add-index t.i2 medium
CREATE UNIQUE INDEX i2 ON t (b) WHERE a > 0;
-- add-index t.i3 low
CREATE INDEX i3 ON t (lower(b));
-- add-index t.i4 low
CREATE INDEX i4 ON t (a + 1, b || 'x' DESC);
