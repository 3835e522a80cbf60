create table t (a int, owner text);
