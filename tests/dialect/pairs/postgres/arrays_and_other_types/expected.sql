-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint[] USING a::bigint[];
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE text[] USING CASE WHEN b IS NULL THEN NULL ELSE ARRAY[b] END::text[];
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE cidr USING c::text::cidr;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE interval day to second USING e::text::interval day to second;
-- alter-column t.f low
ALTER TABLE t ALTER COLUMN f SET DEFAULT gen_random_uuid();
-- alter-column t.i high
ALTER TABLE t ALTER COLUMN i TYPE bit varying(5) USING i::text::bit varying(5);
-- alter-column t.l high
ALTER TABLE t ALTER COLUMN l TYPE int8range USING l::text::int8range;
-- alter-column t.m medium
ALTER TABLE t ALTER COLUMN m TYPE character(5) USING m::character(5);
-- alter-column t.p medium
ALTER TABLE t ALTER COLUMN p TYPE time(6) without time zone USING p::time(6) without time zone;
-- alter-column t.r high
ALTER TABLE t ALTER COLUMN r TYPE timestamp(3) with time zone USING r::timestamp(3) with time zone;
-- alter-column t.s high
ALTER TABLE t ALTER COLUMN s TYPE character varying(20) USING s::character varying(20);
-- alter-column t.u high
ALTER TABLE t ALTER COLUMN u TYPE numeric(20,5) USING u::numeric(20,5);
-- alter-column t.v high
ALTER TABLE t ALTER COLUMN v TYPE jsonb USING v::text::jsonb;
-- alter-column t.w medium
ALTER TABLE t ALTER COLUMN w TYPE double precision USING w::double precision;
-- alter-column t.x high
ALTER TABLE t ALTER COLUMN x TYPE real USING x::real;
