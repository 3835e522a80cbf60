SELECT count(*) AS a, sum(credit) AS b, max(name) AS c FROM customers WHERE id > 100
