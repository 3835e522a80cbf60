create table t (a int not null);
create unique index t_a on t (a);
