-- drop-view x low
DROP VIEW x;
-- drop-view v low
DROP VIEW v;
-- alter-column e.kind medium
ALTER TABLE e ALTER COLUMN kind TYPE text USING kind::text;
-- add-view v low
CREATE VIEW v AS
SELECT date_trunc('month'::text, e.at) AS m,
    count(*) FILTER (WHERE (e.kind = ANY (ARRAY['a'::text, 'b'::text]))) AS n,
    array_agg(DISTINCT e.kind ORDER BY e.kind) AS ks,
    (EXTRACT(year FROM e.at))::integer AS y,
    (e.at AT TIME ZONE 'UTC'::text) AS utc
   FROM e
  WHERE ((e.at >= '2024-01-01 00:00:00+00'::timestamp with time zone) AND (e.at <= '2025-01-01 00:00:00+00'::timestamp with time zone))
  GROUP BY (date_trunc('month'::text, e.at)), e.at
 HAVING (count(*) > 1)
  ORDER BY (date_trunc('month'::text, e.at)) DESC
 LIMIT 10;
-- add-view x low
CREATE VIEW x AS
SELECT
        CASE e.kind
            WHEN 'a'::text THEN 1
            ELSE 0
        END AS c,
    COALESCE(e.kind, 'none'::text) AS k,
    ( SELECT max(e2.id) AS max
           FROM e e2
          WHERE (e2.kind = e.kind)) AS m,
    (EXISTS ( SELECT 1)) AS ex
   FROM (e
     LEFT JOIN LATERAL ( SELECT 1 AS one) l ON (true));
