-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE uuid USING a::uuid;
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE timestamp without time zone USING c::timestamp without time zone;
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE timestamp with time zone USING d::timestamp with time zone;
-- alter-column t.e medium
ALTER TABLE t ALTER COLUMN e TYPE bigint USING e::bigint;
