-- drop-view shared.v low
DROP VIEW shared.v;
-- drop-foreign-key shared.log.log_child_id_fkey low
ALTER TABLE shared.log DROP CONSTRAINT log_child_id_fkey;
-- drop-table new.child high
DROP TABLE new.child;
-- drop-table new.parent high
DROP TABLE new.parent;
-- add-schema old low
CREATE SCHEMA old;
-- add-table old.parent low
CREATE TABLE old.parent (
  id serial NOT NULL,
  name text,
  CONSTRAINT parent_pkey PRIMARY KEY (id),
  CONSTRAINT parent_name_key UNIQUE (name)
);
-- add-table old.child low
CREATE TABLE old.child (
  id serial NOT NULL,
  parent_id integer,
  tags text[],
  CONSTRAINT child_pkey PRIMARY KEY (id),
  CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES old.parent (id)
);
-- add-index old.child.child_tags low
CREATE INDEX child_tags ON old.child USING gin (tags);
-- add-foreign-key shared.log.log_child_id_fkey medium
ALTER TABLE shared.log ADD CONSTRAINT log_child_id_fkey FOREIGN KEY (child_id) REFERENCES old.child (id);
-- add-view shared.v low
CREATE VIEW shared.v AS
SELECT c.id,
    p.name
   FROM (old.child c
     JOIN old.parent p ON ((p.id = c.parent_id)));
-- drop-schema new low
DROP SCHEMA new;
