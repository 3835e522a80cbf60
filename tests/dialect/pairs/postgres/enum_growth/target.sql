create type mood as enum ('awful', 'sad', 'meh', 'ok', 'happy');
create table t (a mood default 'ok', b mood[]);
