create table t (a text default 'ok');
insert into t values ('ok');
