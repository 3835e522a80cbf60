-- drop-view v3 low
DROP MATERIALIZED VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v low
DROP VIEW v;
-- drop-view checked low
DROP VIEW checked;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- add-view checked low
CREATE VIEW checked WITH (check_option=local, security_barrier=true) AS
SELECT t.id,
    t.c
   FROM t
  WHERE (t.c > 0);
-- add-view v low
CREATE VIEW v AS
SELECT t.c AS b,
    t.id,
    t.a AS z
   FROM t;
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v.id AS x,
    v.b AS y
   FROM v;
-- add-view v3 low
CREATE VIEW v3 AS
SELECT v2.y,
    count(*) AS n
   FROM v2
  GROUP BY v2.y;
