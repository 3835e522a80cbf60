-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'it''s'::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b DROP DEFAULT;
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT CURRENT_TIMESTAMP;
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d SET DEFAULT upper('abc'::text);
