create table t (id integer primary key, a varchar);
insert into t values (1,'x');
