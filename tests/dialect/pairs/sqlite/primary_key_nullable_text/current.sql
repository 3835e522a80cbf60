create table t (code text primary key, v int);
insert into t values ('a', 1);
