-- drop-view c low
DROP MATERIALIZED VIEW c;
-- drop-view b low
DROP VIEW b;
-- drop-view a low
DROP MATERIALIZED VIEW a;
-- alter-column s.k medium
ALTER TABLE s ALTER COLUMN k TYPE text USING k::text;
-- alter-column s.v high
ALTER TABLE s ALTER COLUMN v TYPE integer USING v::integer;
-- add-view a low
CREATE MATERIALIZED VIEW a AS
SELECT s.k,
    sum(s.v) AS total
   FROM s
  GROUP BY s.k;
-- add-index a.a_k medium
CREATE UNIQUE INDEX a_k ON a (k);
-- add-view b low
CREATE MATERIALIZED VIEW b AS
SELECT a.k
   FROM a
  WHERE (a.total > 1);
-- add-view c low
CREATE VIEW c AS
SELECT a.k,
    b.k AS bk
   FROM (a
     LEFT JOIN b ON ((b.k = a.k)));
-- set-comment a low
COMMENT ON MATERIALIZED VIEW a IS 'a''s';
