create table t (a bigint, b text, c int);
create view v1 as select a, b, c from t where a > 0;
create view v2 as select b, count(*) as n from v1 group by b;
create view v3 as select v2.n, t.a from v2 join t on t.b = v2.b;
