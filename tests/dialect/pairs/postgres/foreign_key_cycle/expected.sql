-- add-table b low
CREATE TABLE b (
  id integer NOT NULL,
  a_id integer,
  CONSTRAINT b_pkey PRIMARY KEY (id),
  CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id)
);
-- add-column a.b_id low
ALTER TABLE a ADD COLUMN b_id integer;
-- add-foreign-key a.a_b medium
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id);
