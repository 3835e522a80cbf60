create table t (a int, b text);
create index i1 on t (a);
create unique index i2 on t (b);
insert into t values (1,'x');
