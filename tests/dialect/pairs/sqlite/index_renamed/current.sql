create table t (a int);
create index old_name on t (a);
