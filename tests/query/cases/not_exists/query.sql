SELECT name FROM products p WHERE NOT EXISTS (SELECT * FROM lines l WHERE l.product_id = p.id AND l.quantity > 1) ORDER BY name
