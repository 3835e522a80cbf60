create table t (id bigint primary key, a integer, b text, c numeric(12,3), d integer, e integer default 1, f timestamp);
