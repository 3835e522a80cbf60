SELECT id FROM customers WHERE city IS NULL OR credit IS NOT NULL ORDER BY id
