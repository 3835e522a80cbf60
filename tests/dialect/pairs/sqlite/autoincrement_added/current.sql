create table t (id integer primary key, a text);
insert into t (a) values ('x'),('y');
