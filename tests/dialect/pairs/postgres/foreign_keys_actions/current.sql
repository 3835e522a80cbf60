create table p (id int primary key, code text unique);
create table c (id int primary key, p int references p(id), code text references p(code) on delete cascade);
insert into p values (1,'a');
insert into c values (1,1,'a');
