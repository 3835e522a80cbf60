SELECT name FROM customers WHERE name LIKE '%''%' ORDER BY name
