SELECT id, CASE WHEN credit > 50 THEN credit END AS high FROM customers ORDER BY id
