SELECT id FROM customers WHERE NOT (city = 'Basel' OR credit > 100) ORDER BY id
