create table t (a int, b int, c int, constraint t_a_unique unique (a), constraint u3 unique nulls not distinct (b), unique (c) deferrable initially deferred);
