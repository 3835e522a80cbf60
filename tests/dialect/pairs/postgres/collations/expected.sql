-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C" USING a::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
