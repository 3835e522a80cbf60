-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE uuid USING b::uuid;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE timestamp with time zone USING c::timestamp with time zone;
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE timestamp without time zone USING d::timestamp without time zone;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE smallint USING e::smallint;
