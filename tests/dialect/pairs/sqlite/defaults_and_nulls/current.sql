create table t (id integer primary key, a text default 'x', b int default 1, c text, d text not null default 'q');
insert into t (id) values (1);
