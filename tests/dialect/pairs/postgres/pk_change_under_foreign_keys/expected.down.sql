-- drop-foreign-key b.b_code low
ALTER TABLE b DROP CONSTRAINT b_code;
-- drop-foreign-key b.b_id low
ALTER TABLE b DROP CONSTRAINT b_id;
-- drop-primary-key a.a_pk low
ALTER TABLE a DROP CONSTRAINT a_pk;
-- drop-unique a.a_id low
ALTER TABLE a DROP CONSTRAINT a_id;
-- alter-column a.id medium
ALTER TABLE a ALTER COLUMN id SET NOT NULL;
-- add-primary-key a.a_pk medium
ALTER TABLE a ADD CONSTRAINT a_pk PRIMARY KEY (id);
-- add-unique a.a_code medium
ALTER TABLE a ADD CONSTRAINT a_code UNIQUE (code);
-- add-foreign-key b.b_code medium
ALTER TABLE b ADD CONSTRAINT b_code FOREIGN KEY (a_code) REFERENCES a (code) ON UPDATE CASCADE DEFERRABLE;
-- add-foreign-key b.b_id medium
ALTER TABLE b ADD CONSTRAINT b_id FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE SET NULL;
