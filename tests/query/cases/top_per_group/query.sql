SELECT category, name FROM (SELECT category, name, row_number() OVER (PARTITION BY category ORDER BY price DESC) AS r FROM products) AS ranked WHERE r = 1 ORDER BY category
