SELECT 1 + 1, count(*), max(name) FROM products
