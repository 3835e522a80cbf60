create table kind (k text primary key); create table code (c int); create view pt as select 1 as x; create type lookup as enum ('x', 'y');
create table t (id int primary key, k text default 'a', c text, l lookup); create index on t (k); create view v as select k, c from t where k = 'b';
