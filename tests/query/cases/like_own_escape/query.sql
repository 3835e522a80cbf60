SELECT name FROM products WHERE name LIKE '%!%' ESCAPE '!' OR name NOT LIKE '%!_%' ESCAPE '!' ORDER BY name
