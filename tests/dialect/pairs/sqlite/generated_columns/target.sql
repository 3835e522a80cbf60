create table t (a int, b int generated always as (a * 2) stored, c text as (a || 'y') virtual, d int as (a - 1));
create index i on t (b);
