SELECT id, price / 2 AS a, id / 2.0 AS b, id::float / 2 AS c, 7 / 2.0 AS d FROM products ORDER BY id
