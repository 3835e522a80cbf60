create table a (x integer);
create table b (x integer);
create index i on b (x);
