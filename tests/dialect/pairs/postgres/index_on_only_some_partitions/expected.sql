-- drop-index t_1.t_1_v low
DROP INDEX t_1_v;
-- add-index t.t_id medium
CREATE UNIQUE INDEX t_id ON t (id, v);
-- add-index t_2.t_2_v low
CREATE INDEX t_2_v ON t_2 (v);
