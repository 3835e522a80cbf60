create table t (a int, b int, c int, unique (a), constraint u2 unique (b, c));
insert into t values (1,2,3);
