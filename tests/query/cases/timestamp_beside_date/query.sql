SELECT id, shipped_at > ordered_on AS later, shipped_at = '2026-03-02' AS midnight, shipped_at <= ordered_on + 2 AS quick FROM orders ORDER BY id
