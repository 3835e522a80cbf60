SELECT id, id / 2 AS half, -id / 2 AS minus_half, 7 / 2 AS three FROM products ORDER BY id
