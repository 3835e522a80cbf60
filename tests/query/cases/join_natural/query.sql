SELECT * FROM (SELECT id, name AS product FROM products) p NATURAL JOIN (SELECT id, name AS customer FROM customers) c ORDER BY id
