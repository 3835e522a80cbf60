create table t (id integer, a integer not null default 0, b integer unique); create unique index ta on t (a); create table u (t integer);
