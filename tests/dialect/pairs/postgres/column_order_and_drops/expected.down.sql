-- drop-view v low
DROP VIEW v;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e TYPE text COLLATE "C" USING e::text;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT 'e'::text;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- add-view v low
CREATE VIEW v AS
SELECT t.a,
    t.c,
    t.d,
    t.e
   FROM t;
