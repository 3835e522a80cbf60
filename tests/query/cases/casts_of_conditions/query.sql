SELECT id, (price > 5)::int AS a, sum((price > 5)::int) OVER () AS b, (price > 5)::text AS c FROM products ORDER BY id
