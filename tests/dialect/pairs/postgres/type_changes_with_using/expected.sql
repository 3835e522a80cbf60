-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE numeric(12,3) USING c::numeric(12,3);
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE integer USING d::integer;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE integer USING e::integer::integer;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e SET DEFAULT 1;
-- alter-column t.f medium
ALTER TABLE t ALTER COLUMN f TYPE timestamp without time zone USING f::timestamp without time zone;
