-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer[] USING a::integer[];
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE inet USING c::text::inet;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE interval USING e::text::interval;
-- alter-column t.f low
ALTER TABLE t ALTER COLUMN f DROP DEFAULT;
-- alter-column t.i high
ALTER TABLE t ALTER COLUMN i TYPE bit(3) USING i::text::bit(3);
-- alter-column t.l high
ALTER TABLE t ALTER COLUMN l TYPE int4range USING l::text::int4range;
-- alter-column t.m high
ALTER TABLE t ALTER COLUMN m TYPE character(3) USING m::character(3);
-- alter-column t.p high
ALTER TABLE t ALTER COLUMN p TYPE time(3) without time zone USING p::time(3) without time zone;
-- alter-column t.r high
ALTER TABLE t ALTER COLUMN r TYPE timestamp(3) without time zone USING r::timestamp(3) without time zone;
-- alter-column t.s medium
ALTER TABLE t ALTER COLUMN s TYPE character varying USING s::character varying;
-- alter-column t.u medium
ALTER TABLE t ALTER COLUMN u TYPE numeric USING u::numeric;
-- alter-column t.v high
ALTER TABLE t ALTER COLUMN v TYPE json USING v::text::json;
-- alter-column t.w high
ALTER TABLE t ALTER COLUMN w TYPE real USING w::real;
-- alter-column t.x medium
ALTER TABLE t ALTER COLUMN x TYPE double precision USING x::double precision;
