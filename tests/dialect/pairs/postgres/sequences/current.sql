create sequence s1;
create sequence s2 start 10 increment 5 minvalue 5 maxvalue 1000 cache 3 cycle;
create table t (a int default nextval('s1'));
