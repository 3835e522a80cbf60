create sequence s1 as bigint increment 3 no minvalue no maxvalue start 5;
create sequence s2 cache 1; create sequence s3 as int; create sequence s5 start 1000;
create table a (id int primary key default nextval('s3'), n int);
create table b (id int primary key default nextval('s2') * 10, n int default nextval('s5'));
alter sequence s3 owned by b.n; alter sequence s2 owned by a.id;
