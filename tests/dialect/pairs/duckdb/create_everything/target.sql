create table p (id integer primary key);
create table c (p integer references p (id));
create view v as select * from c;
