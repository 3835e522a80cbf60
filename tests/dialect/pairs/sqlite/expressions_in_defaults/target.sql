create table t (a int default (3 * 2), b text default current_date, c int default -7, d text default 'null', e int default 3, f blob default x'cd', g real default 1.5e-3);
