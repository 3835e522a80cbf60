-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- drop-column t.c high
ALTER TABLE t DROP COLUMN c;
