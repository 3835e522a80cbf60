SELECT name FROM products WHERE name LIKE 'C%' OR name LIKE '%oon' ORDER BY name
