create table t (id bigint primary key, a bigint, b varchar(50) check (length(b) > 0), c bigint generated always as (id * 2) stored);
create index i on t (a) where a > 5;
create unique index u on t ((a + 1));
create view v as select a, b from t;
create materialized view m as select a from t;
