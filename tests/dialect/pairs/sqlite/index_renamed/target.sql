create table t (a int);
create index new_name on t (a);
