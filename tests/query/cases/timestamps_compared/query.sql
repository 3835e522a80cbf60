SELECT id FROM orders WHERE shipped_at > '2026-01-06' AND shipped_at <> TIMESTAMP '2026-01-06 10:00:00' ORDER BY id
