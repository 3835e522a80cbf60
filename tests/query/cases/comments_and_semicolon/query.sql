/* all */ SELECT id -- the key
FROM products ORDER BY id;
