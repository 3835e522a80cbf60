-- drop-index t.t_id low
DROP INDEX t_id;
-- drop-index t_2.t_2_v low
DROP INDEX t_2_v;
-- add-index t_1.t_1_v low
CREATE INDEX t_1_v ON t_1 (v);
