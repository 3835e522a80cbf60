SELECT id FROM orders WHERE status IN ('open', 'returned') AND customer_id NOT IN (2, 3) ORDER BY id
