create table l (a int, k text) partition by list (k);
create table l_a partition of l for values in ('a','b');
create table l_c partition of l for values in ('c') partition by hash (a);
create table l_c_0 partition of l_c for values with (modulus 2, remainder 0);
create table l_c_1 partition of l_c for values with (modulus 2, remainder 1);
