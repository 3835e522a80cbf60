SELECT id FROM customers WHERE active ORDER BY id
