create table t (id integer, a varchar not null default 'x', b integer default 1);
insert into t values (1,'y',2);
