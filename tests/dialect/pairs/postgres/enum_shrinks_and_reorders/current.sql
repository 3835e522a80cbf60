create type mood as enum ('sad', 'ok', 'happy');
create table t (id int, a mood not null default 'ok');
create index t_a on t (a) where a = 'sad';
create view v as select a from t;
insert into t values (1,'ok');
