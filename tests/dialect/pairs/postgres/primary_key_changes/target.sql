create table t (a int not null, b int not null, c int, primary key (a, b));
