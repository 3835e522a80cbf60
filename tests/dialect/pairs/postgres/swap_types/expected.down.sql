-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
