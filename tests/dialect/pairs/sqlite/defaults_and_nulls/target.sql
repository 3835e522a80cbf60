create table t (id integer primary key, a text default 'y', b int, c text not null default 'z', d text);
