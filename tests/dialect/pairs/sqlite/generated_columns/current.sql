create table t (a int, b int generated always as (a + 1) stored, c text as (a || 'x') virtual);
create index i on t (b);
insert into t (a) values (1);
