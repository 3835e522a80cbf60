-- drop-unique t.t_a low
ALTER TABLE t DROP CONSTRAINT t_a;
-- add-index t.t_a medium
CREATE UNIQUE INDEX t_a ON t (a);
