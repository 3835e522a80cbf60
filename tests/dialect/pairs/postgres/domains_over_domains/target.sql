create domain positive as bigint check (value > 0) check (value < 1000000);
create domain small as positive default 3 not null constraint small_max check (value < 50);
create domain email as varchar(100) check (value like '%@%');
create table t (id int primary key, p positive, s small, ss small[], e email);
create view v as select id, s + 1 as s1, e from t;
create function twice(small) returns int language sql immutable as 'select $1 * 3';
