SELECT p.name FROM products p WHERE p.name LIKE left(p.name, 2) || '%' ORDER BY p.name
