create schema s1;
create table s1.t (a integer);
insert into s1.t values (1);
