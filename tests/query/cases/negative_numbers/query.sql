SELECT -5 AS a, - 3 AS b, -(4) AS c, 0 AS d, -1.5 AS e, 2 - -3 AS f, 1e3 AS g
