create table t (a int check (a > 0), b text check (b in ('x','y')), c int, constraint ab check (a < c));
insert into t values (1,'x',5);
