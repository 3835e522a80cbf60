-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-object other_default() low
CREATE OR REPLACE FUNCTION other_default()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'o' $function$;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT other_default();
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b SET DEFAULT clock_timestamp();
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT (CURRENT_DATE + 1);
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d SET DEFAULT 3;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT 'it''s'::text;
-- alter-column t.f low
ALTER TABLE t ALTER COLUMN f DROP DEFAULT;
-- alter-column t.g low
ALTER TABLE t ALTER COLUMN g SET DEFAULT ARRAY[1, 2];
-- alter-column t.h low
ALTER TABLE t ALTER COLUMN h SET DEFAULT '[]'::jsonb;
-- alter-column t.i low
ALTER TABLE t ALTER COLUMN i SET DEFAULT '02:00:00'::interval;
-- alter-column t.j low
ALTER TABLE t ALTER COLUMN j SET DEFAULT 1.5;
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k SET DEFAULT false;
-- alter-column t.k medium
UPDATE t SET k = false WHERE k IS NULL;
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k SET NOT NULL;
-- alter-column t.l low
ALTER TABLE t ALTER COLUMN l SET DEFAULT ''::text;
-- alter-column t.n low
ALTER TABLE t ALTER COLUMN n SET DEFAULT '111'::"bit";
-- alter-column t.o low
ALTER TABLE t ALTER COLUMN o SET DEFAULT 6.5;
-- drop-object my_default() medium
DROP FUNCTION my_default();
