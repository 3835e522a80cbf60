create table a (id integer primary key, b_id int references b (id));
create table b (id integer primary key, a_id int references a (id));
insert into a values (1,null);
