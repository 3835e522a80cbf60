create table t (a int, b int, c int generated always as (a * b) stored, d text generated always as (a::text || 'x') stored);
create index t_c on t (c);
