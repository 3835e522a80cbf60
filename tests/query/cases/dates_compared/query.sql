SELECT id FROM orders WHERE ordered_on > '2026-01-31' AND ordered_on <= DATE '2026-03-31' ORDER BY id
