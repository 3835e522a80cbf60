create type mood as enum ('sad', 'ok');
create table t (a mood);
insert into t values ('ok');
