-- drop-foreign-key c.c_x_y_fkey low
ALTER TABLE c DROP CONSTRAINT c_x_y_fkey;
-- drop-foreign-key p.p_pa_pb_fkey low
ALTER TABLE p DROP CONSTRAINT p_pa_pb_fkey;
-- drop-column p.pa high
ALTER TABLE p DROP COLUMN pa;
-- drop-column p.pb high
ALTER TABLE p DROP COLUMN pb;
