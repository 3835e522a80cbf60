SELECT id FROM orders WHERE ordered_on < current_date + 100000 AND current_date - current_date = 0 ORDER BY id
