create table a (id int primary key, pos int unique deferrable initially deferred, code text unique nulls not distinct);
create table b (id int primary key, a_id int references a initially deferred);
