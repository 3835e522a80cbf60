create schema s1;
create schema s2;
create table s1.t (a int primary key, b text);
create table s2.u (a int references s1.t (a));
create table public.t (a int references s1.t(a));
create view s2.v as select u.a, t.b from s2.u join s1.t on t.a = u.a;
create type s2.mood as enum ('x');
create table s2.w (m s2.mood);
comment on schema s2 is 'second';
