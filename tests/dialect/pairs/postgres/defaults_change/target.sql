create table t (id int, a text default 'it''s', b int, c timestamptz default current_timestamp, d text default upper('abc'));
