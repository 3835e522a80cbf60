SELECT name FROM customers WHERE name LIKE 'D%' OR name LIKE 'b%' ORDER BY name
