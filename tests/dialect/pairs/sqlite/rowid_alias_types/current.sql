create table t (id integer primary key);
create table u (id int primary key);
create table w (id bigint primary key);
insert into t values (1);
insert into u values (1);
insert into w values (1);
