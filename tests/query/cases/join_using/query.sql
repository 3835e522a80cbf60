SELECT * FROM (SELECT id AS product_id, name FROM products) p JOIN lines USING (product_id) ORDER BY 1, 3
