create table t (a int, b int unique, c text check (c in ('x','y','z')), unique (a, b), check (a <= b));
