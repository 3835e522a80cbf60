create table t (id int primary key, v bigint); create view v as select id, v from t; create view w as select * from v;
grant select on v to public; grant select (v) on t to public; grant update (id) on w to public;
