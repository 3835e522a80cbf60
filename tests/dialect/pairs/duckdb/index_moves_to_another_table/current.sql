create table a (x integer);
create table b (x integer);
create index i on a (x);
insert into a values (1);
