SELECT id, credit FROM customers ORDER BY credit NULLS FIRST, id
