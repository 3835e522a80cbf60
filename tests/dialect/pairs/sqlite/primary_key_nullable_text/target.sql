create table t (code text primary key not null, v int, w int);
