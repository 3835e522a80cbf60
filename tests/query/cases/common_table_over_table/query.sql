WITH orders AS (SELECT * FROM orders WHERE status = 'open') SELECT count(*) AS n FROM orders
