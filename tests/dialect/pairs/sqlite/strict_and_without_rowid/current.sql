create table t (a integer primary key, b text) strict;
create table u (k text primary key, v int) without rowid;
insert into t values (1,'x');
insert into u values ('a',1);
