create table t (a int, b text);
create view v1 as select a, b from t where a > 0;
create view v2 as select b, count(*) as n from v1 group by b;
insert into t values (1,'x');
