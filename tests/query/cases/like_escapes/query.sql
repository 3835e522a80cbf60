SELECT name FROM products WHERE name LIKE '%50\%' OR name LIKE 'Cup\_L' OR name LIKE 'Gift*' ORDER BY name
