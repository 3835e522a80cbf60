-- alter-column t.c high
ALTER TABLE t DROP COLUMN c;
-- alter-column t.c high
ALTER TABLE t ADD COLUMN c integer GENERATED ALWAYS AS ((a + 1)) STORED;
