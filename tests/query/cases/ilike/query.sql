SELECT name FROM customers WHERE name ILIKE 'D%' OR name ILIKE '%B' ORDER BY name
