create domain positive as int check (value > 0);
create domain small as positive default 1 constraint small_max check (value < 100) constraint odd check (value % 2 = 1);
create domain email as text collate "C" not null check (value ~ '^[^@]+@[^@]+$');
create table t (id int primary key, p positive, s small, ss small[], e email default 'a@b');
create view v as select id, s + 1 as s1, e from t;
create function twice(small) returns int language sql immutable as 'select $1 * 2';
insert into t values (1, 5, 7, '{1,3}', 'x@y');
