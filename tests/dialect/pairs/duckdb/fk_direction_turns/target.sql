create table b (id integer primary key, a integer); create table a (id integer primary key, v integer references b (id));
