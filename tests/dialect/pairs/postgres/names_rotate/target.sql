create view t1 as select 1 as x; create table t3 (id int primary key, a text); create sequence t2; create table t5 (id int primary key); create type t4 as (a int);
