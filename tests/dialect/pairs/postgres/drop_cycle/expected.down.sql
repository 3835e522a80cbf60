-- drop-table z high
DROP TABLE z;
-- add-table a low
CREATE TABLE a (
  id integer NOT NULL,
  b_id integer,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
-- add-table b low
CREATE TABLE b (
  id integer NOT NULL,
  a_id integer,
  CONSTRAINT b_pkey PRIMARY KEY (id),
  CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id)
);
-- add-foreign-key a.a_b_id_fkey medium
ALTER TABLE a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id);
