-- alter-column t.c low
ALTER TABLE t ALTER COLUMN c DROP EXPRESSION;
