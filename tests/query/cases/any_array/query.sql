SELECT id FROM orders WHERE status = ANY (ARRAY['open', 'shipped']) ORDER BY id
