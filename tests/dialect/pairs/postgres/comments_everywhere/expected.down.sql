-- drop-view v low
DROP VIEW v;
-- drop-view mv low
DROP MATERIALIZED VIEW mv;
-- rename-index t.t_n low
ALTER INDEX t_n_renamed RENAME TO t_n;
-- alter-column t.n high
ALTER TABLE t ALTER COLUMN n TYPE integer USING n::integer;
-- add-view mv low
CREATE MATERIALIZED VIEW mv AS
SELECT t.n,
    count(*) AS c
   FROM t
  GROUP BY t.n;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.n
   FROM t;
-- set-setting t.t_pk low
COMMENT ON CONSTRAINT t_pk ON t IS 'key';
-- set-setting t.once low
COMMENT ON CONSTRAINT once ON t IS NULL;
-- set-setting mv.c low
COMMENT ON COLUMN mv.c IS 'count';
-- set-setting v.n low
COMMENT ON COLUMN v.n IS E'n \\ of v';
-- set-comment v low
COMMENT ON VIEW v IS 'the view';
