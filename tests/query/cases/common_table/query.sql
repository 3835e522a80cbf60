WITH big AS (SELECT order_id, sum(quantity * price) AS total FROM lines GROUP BY order_id) SELECT o.id, big.total FROM orders o JOIN big ON big.order_id = o.id WHERE total > 20 ORDER BY total DESC
