-- drop-check t.ab low
ALTER TABLE t DROP CONSTRAINT ab;
-- drop-check t.t_a_check low
ALTER TABLE t DROP CONSTRAINT t_a_check;
-- drop-check t.t_b_check low
ALTER TABLE t DROP CONSTRAINT t_b_check;
-- drop-check t.t_d_check low
ALTER TABLE t DROP CONSTRAINT t_d_check;
-- drop-column t.d high
ALTER TABLE t DROP COLUMN d;
-- add-check t.ab medium
ALTER TABLE t ADD CONSTRAINT ab CHECK ((a < c));
-- add-check t.t_a_check medium
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK ((a > 0));
-- add-check t.t_b_check medium
ALTER TABLE t ADD CONSTRAINT t_b_check CHECK ((b = ANY (ARRAY['x'::text, 'y'::text])));
