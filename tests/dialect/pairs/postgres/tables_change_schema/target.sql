create schema new; create schema shared;
create table new.parent (id serial primary key, name text unique);
create table new.child (id serial primary key, parent_id int references new.parent, tags text[]);
create table shared.log (id int primary key, child_id int references new.child);
create view shared.v as select c.id, p.name from new.child c join new.parent p on p.id = c.parent_id;
create index child_tags on new.child using gin (tags);
