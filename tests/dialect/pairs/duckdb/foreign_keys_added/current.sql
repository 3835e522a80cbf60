create table p (id integer primary key);
create table c (p integer);
insert into p values (1);
insert into c values (1);
