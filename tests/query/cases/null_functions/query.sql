SELECT coalesce(city, 'nowhere') AS a, nullif(name, 'Bob') AS b, coalesce(credit, 0) AS c, greatest(credit, 50) AS d, least(credit, 50, NULL) AS e FROM customers ORDER BY id
