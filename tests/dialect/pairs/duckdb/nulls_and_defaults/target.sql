create table t (id integer not null, a varchar, b integer default 2 + 3);
