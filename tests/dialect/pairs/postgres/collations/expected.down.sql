-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b TYPE text COLLATE "C" USING b::text;
