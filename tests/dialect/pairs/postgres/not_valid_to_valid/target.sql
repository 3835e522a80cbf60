create table p (id int primary key);
create table c (p int, constraint c_p foreign key (p) references p (id));
