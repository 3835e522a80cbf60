-- drop-index t.t_a low
DROP INDEX t_a;
-- add-unique t.t_a medium
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a);
