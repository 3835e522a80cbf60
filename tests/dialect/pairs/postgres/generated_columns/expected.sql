-- alter-column t.c medium
ALTER TABLE t DROP COLUMN c;
-- alter-column t.d high
ALTER TABLE t DROP COLUMN d;
-- alter-column t.c medium
ALTER TABLE t ADD COLUMN c integer GENERATED ALWAYS AS ((a * b)) STORED;
-- alter-column t.c medium
DROP INDEX IF EXISTS t_c;
-- alter-column t.c medium
CREATE INDEX t_c ON t (c);
-- alter-column t.d high
ALTER TABLE t ADD COLUMN d text GENERATED ALWAYS AS (((a)::text || 'x'::text)) STORED;
