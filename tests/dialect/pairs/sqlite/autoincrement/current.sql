create table t (id integer primary key autoincrement, a text);
insert into t (a) values ('x'),('y');
delete from t where id = 2;
