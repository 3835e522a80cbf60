-- drop-check t.t_a_check low
ALTER TABLE t DROP CONSTRAINT t_a_check;
-- drop-check t.t_a_check1 low
ALTER TABLE t DROP CONSTRAINT t_a_check1;
-- drop-check t.t_b_check low
ALTER TABLE t DROP CONSTRAINT t_b_check;
-- drop-check t.t_b_check1 low
ALTER TABLE t DROP CONSTRAINT t_b_check1;
-- drop-check t.t_b_check2 low
ALTER TABLE t DROP CONSTRAINT t_b_check2;
-- drop-check t.t_b_check3 low
ALTER TABLE t DROP CONSTRAINT t_b_check3;
-- drop-check t.t_c_check low
ALTER TABLE t DROP CONSTRAINT t_c_check;
-- drop-check t.t_check low
ALTER TABLE t DROP CONSTRAINT t_check;
-- drop-check t.t_check1 low
ALTER TABLE t DROP CONSTRAINT t_check1;
-- drop-check t.t_check2 low
ALTER TABLE t DROP CONSTRAINT t_check2;
-- drop-check t.t_check3 low
ALTER TABLE t DROP CONSTRAINT t_check3;
-- drop-check t.t_d_check low
ALTER TABLE t DROP CONSTRAINT t_d_check;
