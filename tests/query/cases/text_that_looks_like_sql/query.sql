SELECT 'x''; DROP TABLE orders; --' AS a, 'a\b' AS b, E'tab\\t' AS c
