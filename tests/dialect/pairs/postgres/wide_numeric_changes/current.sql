create table t (a numeric, b numeric(10), c numeric(10,2), d float, e real, f smallint, g money);
insert into t values (1.5, 2, 3.25, 4.5, 5.5, 6, 7);
