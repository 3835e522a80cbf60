create table t (id int primary key, a int, b text check (length(b) > 0), c int generated always as (id * 2) stored);
create index i on t (a) where a > 5;
create unique index u on t ((a + 1));
create view v as select a, b from t;
create materialized view m as select a from t;
insert into t values (1,6,'x');
