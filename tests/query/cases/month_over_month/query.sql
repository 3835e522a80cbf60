WITH m AS (SELECT date_trunc('month', ordered_on) AS month, count(*) AS n FROM orders GROUP BY 1) SELECT month, n, n - lag(n) OVER (ORDER BY month) AS change FROM m ORDER BY month
