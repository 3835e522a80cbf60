SELECT max(price) FROM products HAVING count(*) > 100
