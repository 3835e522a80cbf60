-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id SET NOT NULL;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
