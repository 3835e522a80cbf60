SELECT id, price * 2 + 1 AS a, (price - 1) * 2 AS b, -price AS c, id % 2 AS d, 2 ^ id AS e FROM products ORDER BY id
