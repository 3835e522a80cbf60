SELECT id FROM orders WHERE ordered_on < '2026-02-28 12:00:00' AND ordered_on >= '2026-01-05 00:00:00' ORDER BY id
