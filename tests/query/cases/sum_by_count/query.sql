SELECT sum(quantity) / count(*) AS whole, sum(order_id) / count(*) AS real, avg(quantity) AS mean FROM lines
