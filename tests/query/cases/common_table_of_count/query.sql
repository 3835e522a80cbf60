WITH c AS (SELECT customer_id, count(*) FROM orders GROUP BY customer_id) SELECT max(count) FROM c
