-- drop-view v low
DROP VIEW v;
-- alter-column base.id high
ALTER TABLE base ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column one.x high
ALTER TABLE one ALTER COLUMN x TYPE integer USING x::integer;
-- alter-column two.note medium
ALTER TABLE two ALTER COLUMN note TYPE text USING note::text;
-- drop-column base.extra high
ALTER TABLE base DROP COLUMN extra;
