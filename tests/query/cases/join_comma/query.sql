SELECT c.name, o.id FROM customers c, orders o WHERE c.id = o.customer_id ORDER BY o.id
