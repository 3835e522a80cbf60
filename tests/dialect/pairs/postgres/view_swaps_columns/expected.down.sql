-- drop-view v1 low
DROP VIEW v1;
-- drop-view v2 low
DROP VIEW v2;
-- drop-view v3 low
DROP VIEW v3;
-- add-column t.a low
ALTER TABLE t ADD COLUMN a integer;
-- add-view v1 low
CREATE VIEW v1 AS
SELECT t.id,
    t.a
   FROM t;
-- add-view v2 low
CREATE VIEW v2 AS
SELECT v1.id,
    v1.a AS x
   FROM v1;
-- add-view v3 low
CREATE VIEW v3 AS
SELECT v1.id,
    v2.x
   FROM (v1
     JOIN v2 USING (id));
