create table t (id int primary key);
create table u (id integer primary key);
create table w (id integer primary key, x text);
