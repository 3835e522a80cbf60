create table t (x int, y int);
