create schema s1;
create table s1.t (a serial primary key);
create view s1.v as select a from s1.t;
create table k (a int);
