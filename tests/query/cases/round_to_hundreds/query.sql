SELECT round(price * 100, -2) AS a, round(1250, -2) AS b FROM products ORDER BY id
