WITH a AS (SELECT id FROM orders WHERE status = 'open'), b(k) AS (SELECT id FROM a WHERE id > 12) SELECT k FROM b UNION ALL SELECT id FROM a ORDER BY 1
