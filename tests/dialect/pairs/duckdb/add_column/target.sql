create table t (id integer primary key, a varchar, b integer not null default 7, c timestamp default current_timestamp);
