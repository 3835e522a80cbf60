SELECT c.name, p.name FROM customers c CROSS JOIN products p WHERE c.id = p.id ORDER BY 1
