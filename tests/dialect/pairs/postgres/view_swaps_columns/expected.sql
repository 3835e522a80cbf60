-- drop-view v3 low
DROP VIEW v3;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v1 low
DROP VIEW v1;
-- drop-column t.a high
ALTER TABLE t DROP COLUMN a;
-- add-view v3 low
CREATE VIEW v3 AS
SELECT t.id,
    t.b
   FROM t;
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v3.id,
    v3.b AS x
   FROM v3;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT v3.id,
    v2.x
   FROM (v3
     JOIN v2 USING (id));
