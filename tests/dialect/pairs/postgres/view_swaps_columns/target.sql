create table t (id int primary key, b int, c int);
create view v3 as select id, b from t; create view v2 as select id, b as x from v3; create view v1 as select v3.id, v2.x from v3 join v2 using (id);
