create function f(a int) returns int language sql as 'select a + 1';
create function f(a text) returns text language sql as 'select a';
create table t (x int default f(2), y int generated always as (x * 2) stored);
