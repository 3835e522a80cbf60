create function f() returns int language sql as 'select 1';
create table t (x int default f(), y int);
insert into t values (1,2);
