create table m (id int, d int not null) partition by range (d);
create table m1 partition of m for values from (1) to (10);
insert into m values (1,5);
