SELECT city FROM customers UNION SELECT category FROM products ORDER BY 1
