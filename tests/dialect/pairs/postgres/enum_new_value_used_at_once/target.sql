create type mood as enum ('sad', 'new');
create table t (a mood default 'new');
