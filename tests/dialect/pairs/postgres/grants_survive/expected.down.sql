-- drop-view w low
DROP VIEW w;
-- drop-view v low
DROP VIEW v;
-- alter-column t.v high
ALTER TABLE t ALTER COLUMN v TYPE integer USING v::integer;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.v
   FROM t;
-- add-view w low
CREATE VIEW w AS
SELECT v.id,
    v.v
   FROM v;
