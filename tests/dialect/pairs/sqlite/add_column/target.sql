create table t (id integer primary key, a text, b integer not null default 7, c text default 'it''s', d text default (datetime('now')), e blob);
