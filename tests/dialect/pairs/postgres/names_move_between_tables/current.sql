create table a (x int constraint k unique);
create table b (x int);
