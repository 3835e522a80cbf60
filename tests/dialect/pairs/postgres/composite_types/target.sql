create type addr as (street text, zip int);
create type pt as (x int);
create table t (id int, a addr);
