SELECT name FROM (WITH p AS (SELECT name, price FROM products) SELECT name FROM p WHERE price > 9) AS q ORDER BY name
