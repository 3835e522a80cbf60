create table t (a integer, b integer generated always as (a + 1));
insert into t values (1);
