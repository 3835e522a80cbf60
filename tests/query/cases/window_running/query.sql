SELECT id, sum(price) OVER (ORDER BY id) AS running, avg(price) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS moving, sum(price) OVER () AS total FROM products ORDER BY id
