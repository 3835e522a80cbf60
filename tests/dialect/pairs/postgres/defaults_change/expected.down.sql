-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b SET DEFAULT 1;
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT now();
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d DROP DEFAULT;
