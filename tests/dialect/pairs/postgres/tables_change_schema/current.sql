create schema old; create schema shared;
create table old.parent (id serial primary key, name text unique);
create table old.child (id serial primary key, parent_id int references old.parent, tags text[]);
create table shared.log (id int primary key, child_id int references old.child);
create view shared.v as select c.id, p.name from old.child c join old.parent p on p.id = c.parent_id;
create index child_tags on old.child using gin (tags);
insert into shared.log values (1, null);
