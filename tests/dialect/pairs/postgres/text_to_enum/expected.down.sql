-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'ok'::text;
-- drop-enum mood low
DROP TYPE mood;
