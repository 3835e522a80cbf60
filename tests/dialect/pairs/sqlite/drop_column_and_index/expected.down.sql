-- add-column t.b low
ALTER TABLE t ADD COLUMN b int;
-- add-index t.t_b low
CREATE INDEX t_b ON t (b);
