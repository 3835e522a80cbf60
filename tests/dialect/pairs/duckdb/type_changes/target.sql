create table t (id bigint, a integer, b decimal(12,3), c bigint[], d struct(x integer));
create index i on t (id);
