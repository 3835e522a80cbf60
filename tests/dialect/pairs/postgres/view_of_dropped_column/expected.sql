-- drop-view v low
DROP VIEW v;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- add-view v low
CREATE VIEW v AS
SELECT t.a
   FROM t;
