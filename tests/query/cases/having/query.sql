SELECT product_id, sum(quantity) AS pieces FROM lines GROUP BY product_id HAVING sum(quantity) > 2 AND count(*) >= 1 ORDER BY pieces DESC
