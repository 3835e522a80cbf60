create table t (id serial, a text);
insert into t (a) values ('x');
