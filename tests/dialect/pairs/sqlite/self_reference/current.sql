create table t (id integer primary key, parent int references t (id));
insert into t values (1,null),(2,1);
