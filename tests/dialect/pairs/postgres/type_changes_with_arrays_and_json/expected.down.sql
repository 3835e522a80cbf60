-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE integer USING b::integer::integer;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE integer[] USING c::integer[];
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE json USING d::text::json;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE timestamp without time zone USING e::timestamp without time zone;
-- alter-column t.f high
ALTER TABLE t ALTER COLUMN f TYPE character varying(10) USING f::character varying(10);
-- alter-column t.g high
ALTER TABLE t ALTER COLUMN g TYPE boolean USING (g <> 0);
-- alter-column t.h medium
ALTER TABLE t ALTER COLUMN h TYPE text[] USING h::text[];
-- alter-column t.i high
ALTER TABLE t ALTER COLUMN i TYPE date USING i::date;
-- alter-column t.j high
ALTER TABLE t ALTER COLUMN j TYPE real USING j::real;
-- alter-column t.k high
ALTER TABLE t ALTER COLUMN k TYPE integer USING k::integer;
-- alter-column t.l high
ALTER TABLE t ALTER COLUMN l TYPE bytea USING l::bytea;
-- alter-column t.m medium
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;
-- alter-column t.m medium
ALTER TABLE t ALTER COLUMN m TYPE text USING m::text;
-- alter-column t.m medium
ALTER TABLE t ALTER COLUMN m SET DEFAULT '7'::text;
