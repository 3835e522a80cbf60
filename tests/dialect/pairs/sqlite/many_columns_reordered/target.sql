create table t (d int, c real, b text, a int, e text not null default 'new');
