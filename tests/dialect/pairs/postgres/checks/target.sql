create table t (a int check (a >= 0), b text check (b in ('x','y','z')), c int, constraint ab check (a < c or c is null), d int check (d between 1 and 9));
