SELECT name FROM products WHERE price > (SELECT avg(price) FROM products) ORDER BY name
