SELECT id, price * 2 AS twice FROM products ORDER BY twice DESC, length(name)
