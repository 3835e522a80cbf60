create sequence s1 as smallint increment 2 minvalue -10 maxvalue 10 start 0 cycle;
create sequence s2 cache 20; create sequence s3; create sequence s4 increment -1;
create table a (id int primary key default nextval('s2'), n int default nextval('s3'));
create table b (id int primary key, n int);
alter sequence s3 owned by a.n; 
insert into a default values; insert into a default values; insert into b values (1, 2); select nextval('s1'), nextval('s4');
