-- drop-view c low
DROP VIEW c;
-- drop-view b low
DROP MATERIALIZED VIEW b;
-- drop-view a low
DROP MATERIALIZED VIEW a;
-- alter-column s.k high
ALTER TABLE s ALTER COLUMN k TYPE character varying(5) USING k::character varying(5);
-- alter-column s.v medium
ALTER TABLE s ALTER COLUMN v TYPE bigint USING v::bigint;
-- add-view a low
CREATE MATERIALIZED VIEW a WITH (fillfactor=50) AS
SELECT s.k,
    sum(s.v) AS total
   FROM s
  GROUP BY s.k;
-- add-index a.a_k medium
CREATE UNIQUE INDEX a_k ON a (k);
-- add-index a.a_total low
CREATE INDEX a_total ON a (total DESC);
-- add-view b low
CREATE VIEW b AS
SELECT a.k
   FROM a
  WHERE (a.total > (1)::numeric);
-- add-view c low
CREATE MATERIALIZED VIEW c AS
SELECT a.k,
    b.k AS bk
   FROM (a
     LEFT JOIN b ON (((b.k)::text = (a.k)::text)));
-- set-comment a low
COMMENT ON MATERIALIZED VIEW a IS 'a''s';
