create table t (a integer, b integer);
comment on table t is 'it''s new';
comment on column t.b is 'b''s';
create view v as select 1 as one;
comment on view v is 'v';
