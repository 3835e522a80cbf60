create table u (a int);
create table t (a int);
