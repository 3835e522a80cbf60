SELECT name, category, rank() OVER (PARTITION BY category ORDER BY price DESC) AS r, row_number() OVER (ORDER BY id) AS n FROM products ORDER BY n
