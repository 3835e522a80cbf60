-- drop-index t.i1 low
DROP INDEX i1;
-- drop-index t.i2 low
DROP INDEX i2;
-- add-index t.i1 low
CREATE INDEX i1 ON t (a DESC NULLS LAST, b);
-- add-index t.i10 medium
CREATE UNIQUE INDEX i10 ON t (b) NULLS NOT DISTINCT;
-- add-index t.i11 low
CREATE INDEX i11 ON t (b COLLATE "C");
-- add-index t.i12 low
CREATE INDEX i12 ON t (a) WITH (fillfactor=50);
-- add-index t.i2 low
CREATE INDEX i2 ON t ((lower(b))) WHERE (a > 0);
-- add-index t.i3 medium
CREATE UNIQUE INDEX i3 ON t (a) INCLUDE (b);
-- add-index t.i4 low
CREATE INDEX i4 ON t USING gin (c);
-- add-index t.i5 low
CREATE INDEX i5 ON t USING gin (d jsonb_path_ops);
-- add-index t.i6 low
CREATE INDEX i6 ON t USING hash (b);
-- add-index t.i7 low
CREATE INDEX i7 ON t (b text_pattern_ops);
-- add-index t.i8 low
CREATE INDEX i8 ON t USING brin (e);
-- add-index t.i9 low
CREATE INDEX i9 ON t (((a + 1)), ((b || 'x'::text)));
