create table t (id int primary key, a int, b int, c int);
create view v1 as select id, a from t; create view v2 as select id, a as x from v1; create view v3 as select v1.id, v2.x from v1 join v2 using (id);
insert into t values (1, 2, 3, 4);
