-- drop-view v low
DROP VIEW v;
-- drop-foreign-key r.r_g_fkey low
ALTER TABLE r DROP CONSTRAINT r_g_fkey;
-- alter-column r.g medium
ALTER TABLE r ALTER COLUMN g TYPE bigint USING g::bigint;
-- alter-column t.g medium
ALTER TABLE t DROP COLUMN g;
-- alter-column t.u medium
ALTER TABLE t DROP COLUMN u;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;
-- alter-column t.s high
ALTER TABLE t ALTER COLUMN s TYPE character varying(9) USING s::character varying(9);
-- alter-column t.g medium
ALTER TABLE t ADD COLUMN g bigint GENERATED ALWAYS AS ((a * 2)) STORED NOT NULL;
-- alter-column t.g medium
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (g);
-- alter-column t.u medium
ALTER TABLE t ADD COLUMN u text GENERATED ALWAYS AS (lower((s)::text)) STORED;
-- alter-column t.u medium
DROP INDEX IF EXISTS t_u;
-- alter-column t.u medium
CREATE UNIQUE INDEX t_u ON t (u);
-- add-foreign-key r.r_g_fkey medium
ALTER TABLE r ADD CONSTRAINT r_g_fkey FOREIGN KEY (g) REFERENCES t (g);
-- add-view v low
CREATE VIEW v AS
SELECT t.g,
    t.u
   FROM t;
