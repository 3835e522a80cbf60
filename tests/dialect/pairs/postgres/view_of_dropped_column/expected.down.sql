-- drop-view v low
DROP VIEW v;
-- add-column t.b low
ALTER TABLE t ADD COLUMN b integer;
-- add-view v low
CREATE VIEW v AS
SELECT t.a,
    t.b
   FROM t;
