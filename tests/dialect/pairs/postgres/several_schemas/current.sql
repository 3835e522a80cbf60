create schema s1;
create table s1.t (a int primary key);
create table public.t (a int references s1.t(a));
insert into s1.t values (1);
insert into t values (1);
