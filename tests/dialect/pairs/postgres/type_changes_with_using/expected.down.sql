-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE character varying(10) USING b::character varying(10);
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE integer USING c::integer;
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE numeric(10,2) USING d::numeric(10,2);
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE boolean USING (e <> 0);
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e SET DEFAULT true;
-- alter-column t.f high
ALTER TABLE t ALTER COLUMN f TYPE date USING f::date;
