-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-check t.t_a_check low
ALTER TABLE t DROP CONSTRAINT t_a_check;
-- drop-check t.t_j_check low
ALTER TABLE t DROP CONSTRAINT t_j_check;
-- drop-check t.t_r_check low
ALTER TABLE t DROP CONSTRAINT t_r_check;
-- drop-check t.t_ts_check low
ALTER TABLE t DROP CONSTRAINT t_ts_check;
-- drop-check t.t_x_check low
ALTER TABLE t DROP CONSTRAINT t_x_check;
-- drop-index t.t_ok_idx low
DROP INDEX t_ok_idx;
-- drop-object ok(t text, strict boolean) medium
DROP FUNCTION ok(t text, strict boolean);
-- add-object ok(t text) low
CREATE OR REPLACE FUNCTION ok(t text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return t !~ E'\\d'; end $function$;
-- alter-column t.r high
ALTER TABLE t ALTER COLUMN r TYPE int4range USING r::text::int4range;
-- alter-column t.j low
ALTER TABLE t ALTER COLUMN j DROP DEFAULT;
-- alter-column t.j low
ALTER TABLE t ALTER COLUMN j DROP NOT NULL;
-- alter-column t.arr high
ALTER TABLE t ALTER COLUMN arr TYPE integer[] USING arr::integer[];
-- add-check t.t_a_check medium
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (ok(a));
-- add-check t.t_j_check medium
ALTER TABLE t ADD CONSTRAINT t_j_check CHECK (((jsonb_typeof(j) = 'object'::text) AND (j ? 'k'::text)));
-- add-check t.t_r_check medium
ALTER TABLE t ADD CONSTRAINT t_r_check CHECK (((NOT isempty(r)) AND (upper(r) < 100)));
-- add-check t.t_ts_check medium
ALTER TABLE t ADD CONSTRAINT t_ts_check CHECK (((ts AT TIME ZONE 'utc'::text) > '2000-01-01 00:00:00'::timestamp without time zone));
-- add-check t.t_x_check medium
ALTER TABLE t ADD CONSTRAINT t_x_check CHECK (((x ~* '^(a|b)+$'::text) OR (x IS NULL)));
-- add-index t.t_ok_idx low
CREATE INDEX t_ok_idx ON t ((ok(a))) WHERE (NOT ok(a));
