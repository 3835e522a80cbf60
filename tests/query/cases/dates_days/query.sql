SELECT id, ordered_on + 7 AS a, ordered_on - 1 AS b, DATE '2026-06-30' - ordered_on AS c, shipped_at::date - ordered_on AS d, ordered_on - '2026-01-01' AS e FROM orders ORDER BY id
