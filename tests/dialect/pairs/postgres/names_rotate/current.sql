create table t1 (id int primary key, a text); create table t2 (id int primary key, b int); create view t3 as select 1 as x;
create type t4 as enum ('a'); create sequence t5;
