-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- drop-enum mood low
DROP TYPE mood;
