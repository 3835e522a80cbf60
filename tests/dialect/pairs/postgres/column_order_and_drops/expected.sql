-- drop-view v low
DROP VIEW v;
-- add-column t.b low
ALTER TABLE t ADD COLUMN b text;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e TYPE text COLLATE "POSIX" USING e::text;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT 'f'::text;
-- add-view v low
CREATE VIEW v AS
SELECT t.a,
    t.b
   FROM t;
