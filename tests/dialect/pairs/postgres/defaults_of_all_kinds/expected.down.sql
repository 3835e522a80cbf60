-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-object my_default() low
CREATE OR REPLACE FUNCTION my_default()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT 'd' $function$;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT my_default();
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b SET DEFAULT now();
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT CURRENT_DATE;
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d SET DEFAULT (1 + 2);
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT ('it''s'::text || '\n'::text);
-- alter-column t.f low
ALTER TABLE t ALTER COLUMN f SET DEFAULT gen_random_uuid();
-- alter-column t.g low
ALTER TABLE t ALTER COLUMN g SET DEFAULT '{}'::integer[];
-- alter-column t.h low
ALTER TABLE t ALTER COLUMN h SET DEFAULT '{"a": [1]}'::jsonb;
-- alter-column t.i low
ALTER TABLE t ALTER COLUMN i SET DEFAULT '1 day'::interval;
-- alter-column t.j low
ALTER TABLE t ALTER COLUMN j SET DEFAULT '-1.50'::numeric;
-- alter-column t.k low
ALTER TABLE t ALTER COLUMN k SET DEFAULT true;
-- alter-column t.k low
ALTER TABLE t ALTER COLUMN k DROP NOT NULL;
-- alter-column t.l low
ALTER TABLE t ALTER COLUMN l DROP DEFAULT;
-- alter-column t.n low
ALTER TABLE t ALTER COLUMN n SET DEFAULT '101'::"bit";
-- alter-column t.o low
ALTER TABLE t ALTER COLUMN o SET DEFAULT 5;
-- drop-object other_default() medium
DROP FUNCTION other_default();
