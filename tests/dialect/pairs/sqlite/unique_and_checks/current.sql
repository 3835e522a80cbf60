create table t (a int unique, b int, c text check (c in ('x','y')), check (a < b));
insert into t values (1,2,'x');
