SELECT c.name, o.id FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.ordered_on = (SELECT max(x.ordered_on) FROM orders x WHERE x.customer_id = c.id) ORDER BY c.name, o.id
