create table m (id int, d int not null) partition by list (d);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
alter table m1 add constraint ck check (id > 0);
create index m1_id on m1 (id);
