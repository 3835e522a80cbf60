-- add-column t.f low
ALTER TABLE t ADD COLUMN f jsonb DEFAULT '{}'::jsonb;
-- add-column t.g low
ALTER TABLE t ADD COLUMN g text[] DEFAULT ARRAY['a'::text, 'b'::text];
-- add-column t.h low
ALTER TABLE t ADD COLUMN h uuid DEFAULT gen_random_uuid();
-- add-column t.i low
ALTER TABLE t ADD COLUMN i numeric DEFAULT 1.50;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT (now() + '1 day'::interval);
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b SET DEFAULT now();
-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c SET DEFAULT (CURRENT_DATE - 1);
-- alter-column t.d low
ALTER TABLE t ALTER COLUMN d SET DEFAULT '2 days'::interval;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT (date_part('month'::text, now()))::integer;
