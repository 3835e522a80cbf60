create table p (id integer primary key, code text unique);
create table c (id integer primary key, p int references p);
insert into p values (1,'a');
insert into c values (1,1);
