-- drop-view v low
DROP VIEW v;
-- drop-view mv low
DROP MATERIALIZED VIEW mv;
-- rename-index t.t_n_renamed low
ALTER INDEX t_n RENAME TO t_n_renamed;
-- alter-column t.n medium
ALTER TABLE t ALTER COLUMN n TYPE bigint USING n::bigint;
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
-- set-setting t.once low
COMMENT ON CONSTRAINT once ON t IS 'once';
-- set-setting t.t_pk low
COMMENT ON CONSTRAINT t_pk ON t IS NULL;
-- set-setting mv.c low
COMMENT ON COLUMN mv.c IS 'the count';
-- set-setting v.id low
COMMENT ON COLUMN v.id IS 'id of v';
