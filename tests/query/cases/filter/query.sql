SELECT count(*) FILTER (WHERE status = 'open') AS open, count(customer_id) FILTER (WHERE status = 'open') AS known, max(ordered_on) FILTER (WHERE status <> 'open') AS last FROM orders
