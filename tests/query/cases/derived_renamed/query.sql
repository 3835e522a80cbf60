SELECT s, n * 2 AS twice FROM (SELECT status, count(*) FROM orders GROUP BY status) AS t(s, n) ORDER BY s
