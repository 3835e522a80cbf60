create table t (id integer primary key, a integer unique, b integer); insert into t values (1, 1, 1), (2, 2, 2); create table u (t integer references t (id));
insert into u values (1);
