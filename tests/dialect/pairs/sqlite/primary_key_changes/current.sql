create table t (a int, b int, c int, primary key (a));
insert into t values (1,2,3);
