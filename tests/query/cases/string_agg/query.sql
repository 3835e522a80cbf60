SELECT category, string_agg(name, ', ') AS names, string_agg(id::text, '') AS ids FROM products GROUP BY category ORDER BY category
