SELECT extract(year FROM since) AS y, category, count(*) FROM customers, products GROUP BY 1, 2 ORDER BY 1, 2
