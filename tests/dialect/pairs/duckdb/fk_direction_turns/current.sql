create table a (id integer primary key, v integer); create table b (id integer primary key, a integer references a (id)); insert into a values (1, 1); insert into b values (1, 1);
