-- add-column p.pa low
ALTER TABLE p ADD COLUMN pa integer;
-- add-column p.pb low
ALTER TABLE p ADD COLUMN pb integer;
-- add-foreign-key c.c_x_y_fkey medium
ALTER TABLE c ADD CONSTRAINT c_x_y_fkey FOREIGN KEY (x, y) REFERENCES p (a, b) MATCH FULL ON DELETE SET NULL (x);
-- add-foreign-key p.p_pa_pb_fkey medium
ALTER TABLE p ADD CONSTRAINT p_pa_pb_fkey FOREIGN KEY (pa, pb) REFERENCES p (a, b);
