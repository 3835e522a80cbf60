-- drop-index t.t_b low
DROP INDEX t_b;
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
