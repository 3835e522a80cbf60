create table t (a int, b int, c int, primary key (a, b));
