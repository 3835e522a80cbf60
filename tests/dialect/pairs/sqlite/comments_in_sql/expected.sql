-- add-column t.c low
ALTER TABLE t ADD COLUMN c int;
