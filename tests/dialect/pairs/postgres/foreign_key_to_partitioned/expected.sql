-- add-table c low
CREATE TABLE c (
  id integer,
  d integer,
  CONSTRAINT c_id_d_fkey FOREIGN KEY (id, d) REFERENCES m (id, d)
);
