-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE integer USING b::integer;
