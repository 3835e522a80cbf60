create table t (a int, b text, c real, d int);
insert into t values (1,'x',1.5,2);
