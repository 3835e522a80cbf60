SELECT DISTINCT extract(month FROM ordered_on) AS m, status FROM orders ORDER BY extract(month FROM ordered_on), status
