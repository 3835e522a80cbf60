create table p (id int primary key);
create table c (p int, constraint fk_old foreign key (p) references p (id) on update cascade);
insert into p values (1);
insert into c values (1);
