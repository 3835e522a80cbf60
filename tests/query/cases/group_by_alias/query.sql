SELECT date_trunc('month', ordered_on) AS month, count(*) AS n FROM orders GROUP BY month ORDER BY month
