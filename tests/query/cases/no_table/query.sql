SELECT 1 AS one, 'two' AS two, NULL AS three, true AS four
