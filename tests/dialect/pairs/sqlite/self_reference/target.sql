create table t (id integer primary key, parent int references t (id) on delete set null, name text not null default '');
