SELECT customer_id FROM orders GROUP BY customer_id ORDER BY count(*) DESC, customer_id
