CREATE TABLE e (id integer PRIMARY KEY, at timestamptz, until timestamptz, kind text);
CREATE VIEW v AS SELECT date_trunc('month', at) AS m, count(*) FILTER (WHERE kind IN ('a', 'b')) AS n, array_agg(DISTINCT kind ORDER BY kind) AS ks, extract(year FROM at)::int AS y, at AT TIME ZONE 'UTC' AS utc FROM e WHERE at BETWEEN '2024-01-01' AND '2025-01-01' GROUP BY 1, at HAVING count(*) > 1 ORDER BY 1 DESC LIMIT 10;
CREATE VIEW w AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n, rank() OVER (PARTITION BY n % 2 ORDER BY n DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS rk FROM r;
CREATE VIEW x AS SELECT CASE kind WHEN 'a' THEN 1 ELSE 0 END AS c, coalesce(kind, 'none') AS k, (SELECT max(id) FROM e e2 WHERE e2.kind = e.kind) AS m, EXISTS (SELECT 1) AS ex FROM e LEFT JOIN LATERAL (SELECT 1 AS one) l ON true;
INSERT INTO e VALUES (1, now(), now(), 'a');
