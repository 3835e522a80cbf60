-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c integer;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT t.a,
    t.b,
    t.c
   FROM t
  WHERE (t.a > 0);
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v1.b,
    count(*) AS n
   FROM v1
  GROUP BY v1.b;
-- add-view v3 low
CREATE VIEW v3 AS
SELECT v2.n,
    t.a
   FROM (v2
     JOIN t ON ((t.b = v2.b)));
