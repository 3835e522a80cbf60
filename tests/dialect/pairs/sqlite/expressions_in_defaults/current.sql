create table t (a int default (1 + 2), b text default current_timestamp, c int default -5, d text default null, e int default +3, f blob default x'ab', g real default 1e3);
insert into t (a) values (1);
