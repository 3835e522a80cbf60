create type kind as enum ('a', 'b'); create domain code as text check (value <> ''); create type pt as (x int, y int); create table lookup (id int primary key, label text);
create table t (id int primary key, k kind default 'a', c code, p pt, l int references lookup); create index on t (k); create view v as select k, c from t where k = 'a';
insert into lookup values (1, 'x'); insert into t values (1, 'a', 'z', row(1, 2), null);
