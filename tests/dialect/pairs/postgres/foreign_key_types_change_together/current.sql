create table p (id int primary key);
create table c (p_id int references p(id));
insert into p values (1);
insert into c values (1);
