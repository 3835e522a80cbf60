create table l (a int, k text) partition by list (k);
create table l_a partition of l for values in ('a','b');
