SELECT id, credit FROM customers ORDER BY credit DESC, id
