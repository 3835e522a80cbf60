SELECT category, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS median, percentile_cont(0.9) WITHIN GROUP (ORDER BY price) AS p90 FROM products GROUP BY category ORDER BY category
