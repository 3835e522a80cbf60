create schema s1;
create table s1.t (a integer);
create table k (a integer);
