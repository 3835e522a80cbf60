-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT (now() AT TIME ZONE 'utc'::text);
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b SET DEFAULT timezone('utc'::text, now());
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT (CURRENT_DATE + 1);
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d SET DEFAULT '1 day'::interval;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT EXTRACT(year FROM now());
-- drop-column t.f high
ALTER TABLE t DROP COLUMN f;
-- drop-column t.g high
ALTER TABLE t DROP COLUMN g;
-- drop-column t.h high
ALTER TABLE t DROP COLUMN h;
-- drop-column t.i high
ALTER TABLE t DROP COLUMN i;
