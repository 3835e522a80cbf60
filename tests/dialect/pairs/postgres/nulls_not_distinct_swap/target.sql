create table a (x int, y int, constraint u1 unique (x, y), constraint u2 unique nulls not distinct (y));
create unique index i1 on a (x) nulls not distinct; create unique index i2 on a ((x + y)) include (y) where x > 0;
