create table p (id int, constraint p_key unique (id));
create table c (p int references p (id));
insert into p values (1);
insert into c values (1);
