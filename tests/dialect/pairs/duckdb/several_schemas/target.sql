create schema s1;
create schema s2;
create table s1.t (a integer, b varchar);
create table s2.u (x integer);
create view s2.v as select a from s1.t;
