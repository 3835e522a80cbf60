-- drop-view shared.v low
DROP VIEW shared.v;
-- drop-foreign-key shared.log.log_child_id_fkey low
ALTER TABLE shared.log DROP CONSTRAINT log_child_id_fkey;
-- drop-table old.child high
DROP TABLE old.child;
-- drop-table old.parent high
DROP TABLE old.parent;
-- add-schema new low
CREATE SCHEMA new;
-- add-table new.parent low
CREATE TABLE new.parent (
  id serial NOT NULL,
  name text,
  CONSTRAINT parent_pkey PRIMARY KEY (id),
  CONSTRAINT parent_name_key UNIQUE (name)
);
-- add-table new.child low
CREATE TABLE new.child (
  id serial NOT NULL,
  parent_id integer,
  tags text[],
  CONSTRAINT child_pkey PRIMARY KEY (id),
  CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES new.parent (id)
);
-- add-index new.child.child_tags low
CREATE INDEX child_tags ON new.child USING gin (tags);
-- add-foreign-key shared.log.log_child_id_fkey medium
ALTER TABLE shared.log ADD CONSTRAINT log_child_id_fkey FOREIGN KEY (child_id) REFERENCES new.child (id);
-- add-view shared.v low
CREATE VIEW shared.v AS
SELECT c.id,
    p.name
   FROM (new.child c
     JOIN new.parent p ON ((p.id = c.parent_id)));
-- drop-schema old low
DROP SCHEMA old;
