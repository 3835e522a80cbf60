-- drop-view v3 low
DROP VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v low
DROP VIEW v;
-- drop-view checked low
DROP VIEW checked;
-- add-column t.b low
ALTER TABLE t ADD COLUMN b text;
-- add-view checked low
CREATE VIEW checked WITH (check_option=cascaded) AS
SELECT t.id,
    t.c
   FROM t
  WHERE (t.c > 0);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.a,
    t.b
   FROM t;
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v.id,
    v.b,
    t.c
   FROM (v
     JOIN t USING (id));
-- add-view v3 low
CREATE MATERIALIZED VIEW v3 AS
SELECT v2.b,
    count(*) AS n
   FROM v2
  GROUP BY v2.b;
-- add-index v3.v3_b low
CREATE INDEX v3_b ON v3 (b);
