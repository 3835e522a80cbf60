create type mood as enum ('sad');
create table t (a mood);
insert into t values ('sad');
