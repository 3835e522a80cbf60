create table t (a text, b text, c int);
create view v1 as select a, b, c from t;
create view v2 as select b, count(*) as n from v1 group by b;
create view v3 as select * from v2;
