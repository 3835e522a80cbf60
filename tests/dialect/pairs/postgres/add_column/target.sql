create table t (id serial primary key, a text, b integer not null default 7, c timestamptz default now());
