create table p (id int primary key);
create table c (p int);
alter table c add constraint c_p foreign key (p) references p (id) not valid;
