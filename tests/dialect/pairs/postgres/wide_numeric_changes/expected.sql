-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE numeric(12,4) USING a::numeric(12,4);
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE numeric(12,0) USING b::numeric(12,0);
-- alter-column t.c medium
ALTER TABLE t ALTER COLUMN c TYPE numeric USING c::numeric;
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE numeric(10,2) USING d::numeric(10,2);
-- alter-column t.e medium
ALTER TABLE t ALTER COLUMN e TYPE double precision USING e::double precision;
-- alter-column t.f medium
ALTER TABLE t ALTER COLUMN f TYPE integer USING f::integer;
-- alter-column t.g high
ALTER TABLE t ALTER COLUMN g TYPE numeric(10,2) USING g::numeric::numeric(10,2);
