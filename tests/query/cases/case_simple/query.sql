SELECT id, CASE status WHEN 'open' THEN 1 WHEN 'shipped' THEN 2 END AS code FROM orders ORDER BY id
