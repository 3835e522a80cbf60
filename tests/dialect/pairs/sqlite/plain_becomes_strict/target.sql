create table t (id integer primary key, a blob, b text, c text, d real not null default 0, e any) strict;
