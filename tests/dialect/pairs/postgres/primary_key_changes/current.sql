create table t (a int not null, b int not null, c int);
alter table t add primary key (a);
insert into t values (1,2,3);
