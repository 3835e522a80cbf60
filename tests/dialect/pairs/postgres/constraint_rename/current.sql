create table t (a int constraint old_check check (a > 0), b int constraint old_unique unique);
