create table t (id int primary key, v int); create view v as select id, v from t; create view w as select * from v;
grant select on v to public; grant select (v) on t to public; grant update (id) on w to public;
insert into t values (1, 2);
