create table a (id int primary key, pos int unique, code text);
create table b (id int primary key deferrable initially deferred, a_id int references a deferrable);
insert into a values (1, 1, 'x'), (2, 2, null); insert into b values (1, 1);
