CREATE TABLE t (id integer CONSTRAINT t_pk PRIMARY KEY, n bigint CONSTRAINT pos CHECK (n > 0), u text CONSTRAINT once UNIQUE);
CREATE INDEX t_n_renamed ON t (n);
CREATE VIEW v AS SELECT id, n FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT n, count(*) AS c FROM t GROUP BY n;
COMMENT ON CONSTRAINT pos ON t IS 'it''s "positive"';
COMMENT ON CONSTRAINT once ON t IS 'once';
COMMENT ON INDEX t_n_renamed IS 'by n';
COMMENT ON COLUMN v.id IS 'id of v';
COMMENT ON COLUMN mv.c IS 'the count';
