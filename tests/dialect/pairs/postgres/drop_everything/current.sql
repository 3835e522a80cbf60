create table p (id serial primary key);
create table c (id int primary key, p int references p);
create view v as select * from c;
create type e as enum ('a');
create function f() returns int language sql as 'select 1';
create sequence s;
