-- drop-index t.i01 low
DROP INDEX i01;
-- drop-index t.i02 low
DROP INDEX i02;
-- drop-index t.i03 low
DROP INDEX i03;
-- drop-index t.i04 low
DROP INDEX i04;
-- drop-index t.i05 low
DROP INDEX i05;
-- drop-index t.i06 low
DROP INDEX i06;
-- drop-index t.i07 low
DROP INDEX i07;
-- drop-index t.i08 low
DROP INDEX i08;
-- drop-index t.i09 low
DROP INDEX i09;
-- drop-index t.i10 low
DROP INDEX i10;
-- drop-index t.i11 low
DROP INDEX i11;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE character varying(30) USING a::character varying(30);
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE bigint USING b::bigint;
-- alter-column t.g high
ALTER TABLE t ALTER COLUMN g TYPE cidr USING g::text::cidr;
-- add-index t.i01 low
CREATE INDEX i01 ON t (a varchar_pattern_ops, b DESC) INCLUDE (f, id);
-- add-index t.i02 low
CREATE INDEX i02 ON t USING gist (a gist_trgm_ops);
-- add-index t.i03 low
CREATE INDEX i03 ON t USING spgist (d kd_point_ops);
-- add-index t.i04 low
CREATE INDEX i04 ON t (b);
-- add-index t.i05 low
CREATE INDEX i05 ON t USING brin (f timestamptz_minmax_multi_ops);
-- add-index t.i06 low
CREATE INDEX i06 ON t USING gin (c jsonb_path_ops, e);
-- add-index t.i07 low
CREATE INDEX i07 ON t USING gist (g inet_ops);
-- add-index t.i08 low
CREATE INDEX i08 ON t (((c ->> 'k'::text)), ((c #>> '{a,b}'::text[]))) WHERE ((c ? 'k'::text) AND ((c ->> 'k'::text) <> ''::text));
-- add-index t.i09 low
CREATE INDEX i09 ON t ((date_trunc('day'::text, (f AT TIME ZONE 'utc'::text))) DESC NULLS LAST);
-- add-index t.i10 low
CREATE INDEX i10 ON t (((b % 100::bigint)), (COALESCE(a, 'none'::character varying)));
-- add-index t.i11 medium
CREATE UNIQUE INDEX i11 ON t (b) WHERE ((a IS NOT NULL) AND (b = ANY (ARRAY[1, 2, 3, 4])));
