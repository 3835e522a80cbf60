SELECT name, CASE WHEN price > 10 THEN 'dear' WHEN price > 4 THEN 'fair' ELSE 'cheap' END AS class FROM products ORDER BY name
