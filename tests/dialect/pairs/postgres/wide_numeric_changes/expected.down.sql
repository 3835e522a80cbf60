-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE numeric USING a::numeric;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE numeric(10,0) USING b::numeric(10,0);
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE numeric(10,2) USING c::numeric(10,2);
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE double precision USING d::double precision;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE real USING e::real;
-- alter-column t.f high
ALTER TABLE t ALTER COLUMN f TYPE smallint USING f::smallint;
-- alter-column t.g high
ALTER TABLE t ALTER COLUMN g TYPE money USING g::money;
