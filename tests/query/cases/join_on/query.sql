SELECT o.id, c.name FROM orders o INNER JOIN customers AS c ON o.customer_id = c.id ORDER BY o.id
