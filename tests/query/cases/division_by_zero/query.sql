SELECT id, price / (id - 1) AS a, id / (id - 2) AS b FROM products ORDER BY id
