create table a (x int);
create table b (x int constraint k unique);
