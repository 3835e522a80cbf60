SELECT id FROM products WHERE price >= 4.5 AND price < 20 AND id <> 3 AND name != 'x' ORDER BY id
