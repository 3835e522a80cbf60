SELECT name || ' (' || id || ')' AS label, 'since ' || since AS since FROM customers ORDER BY id
