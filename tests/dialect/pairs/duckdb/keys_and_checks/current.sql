create table t (a integer primary key, b integer, check (b > 0));
insert into t values (1,2);
