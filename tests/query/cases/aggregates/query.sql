SELECT count(*) AS a, count(city) AS b, count(DISTINCT city) AS c, sum(credit) AS d, avg(credit) AS e, min(name) AS f, max(since) AS g, stddev(credit) AS h FROM customers
