-- drop-view v low
DROP VIEW v;
-- add-view v low
CREATE VIEW v WITH (security_barrier=true) AS
SELECT t.a
   FROM t
  WHERE (t.a > 0);
-- add-view w low
CREATE VIEW w WITH (check_option=local) AS
SELECT t.a
   FROM t
  WHERE (t.a > 1);
