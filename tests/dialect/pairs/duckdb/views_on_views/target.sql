create table t (a bigint, b varchar, c integer);
create view v1 as select a, c from t where a > 1;
create view v2 as select count(*) as n from v1;
create view v3 as select n + 1 as m from v2;
