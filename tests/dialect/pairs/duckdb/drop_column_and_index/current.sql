create table t (id integer primary key, a varchar, b integer);
create index t_b on t (b);
insert into t values (1,'a',2);
