-- alter-column t.id low
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;
