create table t (a integer, b integer generated always as (a * 2), c varchar default 'x');
