SELECT k, a.x, b.y FROM (SELECT id AS k, name AS x FROM products WHERE id < 4) a FULL JOIN (SELECT id AS k, name AS y FROM customers WHERE id > 2) b USING (k) ORDER BY k
