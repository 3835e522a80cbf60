-- drop-foreign-key b.b_a_id_fkey low
ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;
-- drop-unique a.a_pos_key low
ALTER TABLE a DROP CONSTRAINT a_pos_key;
-- drop-primary-key b.b_pkey low
ALTER TABLE b DROP CONSTRAINT b_pkey;
-- add-unique a.a_code_key medium
ALTER TABLE a ADD CONSTRAINT a_code_key UNIQUE NULLS NOT DISTINCT (code);
-- add-unique a.a_pos_key medium
ALTER TABLE a ADD CONSTRAINT a_pos_key UNIQUE (pos) DEFERRABLE INITIALLY DEFERRED;
-- add-primary-key b.b_pkey medium
ALTER TABLE b ADD CONSTRAINT b_pkey PRIMARY KEY (id);
-- add-foreign-key b.b_a_id_fkey medium
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED;
