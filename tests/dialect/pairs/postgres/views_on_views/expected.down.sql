-- drop-view v3 low
DROP VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- drop-column t.c high
ALTER TABLE t DROP COLUMN c;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT t.a,
    t.b
   FROM t
  WHERE (t.a > 0);
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v1.b,
    count(*) AS count
   FROM v1
  GROUP BY v1.b;
