create sequence ids increment by 10;
create table a (id bigint primary key default nextval('ids'));
create table b (id bigint primary key default nextval('ids'));
create table c (id bigint primary key default nextval('ids'));
