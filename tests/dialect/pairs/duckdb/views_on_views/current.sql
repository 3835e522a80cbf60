create table t (a integer, b varchar);
create view v1 as select a from t where a > 0;
create view v2 as select count(*) as n from v1;
insert into t values (1,'x');
