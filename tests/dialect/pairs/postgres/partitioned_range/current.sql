create table m (id int, d date not null, v int) partition by range (d);
create table m_1 partition of m for values from ('2020-01-01') to ('2021-01-01');
insert into m values (1,'2020-05-05',2);
