-- drop-view v low
DROP VIEW v;
-- drop-foreign-key r.r_g_fkey low
ALTER TABLE r DROP CONSTRAINT r_g_fkey;
-- alter-column r.g high
ALTER TABLE r ALTER COLUMN g TYPE integer USING g::integer;
-- alter-column t.g high
ALTER TABLE t DROP COLUMN g;
-- alter-column t.u medium
ALTER TABLE t DROP COLUMN u;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- alter-column t.s medium
ALTER TABLE t ALTER COLUMN s TYPE text USING s::text;
-- alter-column t.g high
ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED NOT NULL;
-- alter-column t.g high
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (g);
-- alter-column t.u medium
ALTER TABLE t ADD COLUMN u text GENERATED ALWAYS AS (upper(s)) STORED;
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
