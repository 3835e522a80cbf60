SELECT status, count(*) AS n, sum(count(*)) OVER () AS total, dense_rank() OVER (ORDER BY count(*) DESC) AS r FROM orders GROUP BY status ORDER BY status
