-- drop-view w low
DROP VIEW w;
-- drop-view v low
DROP VIEW v;
-- add-view v low
CREATE VIEW v AS
SELECT t.a
   FROM t
  WHERE (t.a > 0);
