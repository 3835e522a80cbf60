create table p (id int primary key);
create table c (p int, constraint fk_new foreign key (p) references p (id) on update cascade);
