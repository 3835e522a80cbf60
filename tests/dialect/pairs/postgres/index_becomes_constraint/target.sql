create table t (a int not null, constraint t_a unique (a));
