create table t (a int, b int); comment on table t is 'it''s "new" \ and
two lines'; comment on column t.b is 'b''s'; create view v as select 1 as one; comment on view v is 'v''s'; create index i on t (a);
