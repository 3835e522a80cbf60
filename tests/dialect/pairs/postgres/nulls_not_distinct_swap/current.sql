create table a (x int, y int, constraint u1 unique nulls not distinct (x, y), constraint u2 unique (y));
create unique index i1 on a (x) ; create unique index i2 on a ((x + y)) nulls not distinct where x > 0;
insert into a values (1, null), (2, 3);
