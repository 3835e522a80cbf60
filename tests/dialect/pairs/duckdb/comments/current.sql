create table t (a integer, b integer);
comment on table t is 'old';
comment on column t.a is 'gone';
