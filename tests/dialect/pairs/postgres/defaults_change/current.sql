create table t (id int, a text default 'x', b int default 1, c timestamptz default now(), d text);
insert into t values (1);
