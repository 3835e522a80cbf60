SELECT id, active IS TRUE AS a, active IS NOT TRUE AS b, active IS FALSE AS c, active IS UNKNOWN AS d FROM customers ORDER BY id
