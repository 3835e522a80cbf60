-- drop-check t.ab low
ALTER TABLE t DROP CONSTRAINT ab;
-- drop-check t.t_a_check low
ALTER TABLE t DROP CONSTRAINT t_a_check;
-- drop-check t.t_b_check low
ALTER TABLE t DROP CONSTRAINT t_b_check;
-- add-column t.d low
ALTER TABLE t ADD COLUMN d integer;
-- add-check t.ab medium
ALTER TABLE t ADD CONSTRAINT ab CHECK (((a < c) OR (c IS NULL)));
-- add-check t.t_a_check medium
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK ((a >= 0));
-- add-check t.t_b_check medium
ALTER TABLE t ADD CONSTRAINT t_b_check CHECK ((b = ANY (ARRAY['x'::text, 'y'::text, 'z'::text])));
-- add-check t.t_d_check medium
ALTER TABLE t ADD CONSTRAINT t_d_check CHECK (((d >= 1) AND (d <= 9)));
