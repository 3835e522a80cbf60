-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE boolean USING (b <> 0);
-- alter-column t.c medium
ALTER TABLE t ALTER COLUMN c TYPE bigint[] USING c::bigint[];
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE jsonb USING d::text::jsonb;
-- alter-column t.e high
ALTER TABLE t ALTER COLUMN e TYPE timestamp with time zone USING e::timestamp with time zone;
-- alter-column t.f high
ALTER TABLE t ALTER COLUMN f TYPE date USING f::date;
-- alter-column t.g high
ALTER TABLE t ALTER COLUMN g TYPE integer USING g::integer::integer;
-- alter-column t.h high
ALTER TABLE t ALTER COLUMN h TYPE integer[] USING h::integer[];
-- alter-column t.i medium
ALTER TABLE t ALTER COLUMN i TYPE timestamp without time zone USING i::timestamp without time zone;
-- alter-column t.j high
ALTER TABLE t ALTER COLUMN j TYPE numeric(8,3) USING j::numeric(8,3);
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k TYPE text USING k::text;
-- alter-column t.l medium
ALTER TABLE t ALTER COLUMN l TYPE text USING l::text;
-- alter-column t.m high
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;
-- alter-column t.m high
ALTER TABLE t ALTER COLUMN m TYPE integer USING m::integer;
-- alter-column t.m high
ALTER TABLE t ALTER COLUMN m SET DEFAULT 7;
