create table t (a int constraint new_check check (a > 0), b int constraint new_unique unique);
