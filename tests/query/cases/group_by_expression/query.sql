SELECT category || '!' AS c, sum(price) FROM products GROUP BY category || '!' ORDER BY 1
