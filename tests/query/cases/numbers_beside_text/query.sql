SELECT id FROM products WHERE id = '3' OR price > '20' ORDER BY id
