create type mood as enum ('ok', 'sad');
create table t (id int, a mood not null default 'sad');
create index t_a on t (a) where a = 'sad';
create view v as select a from t;
