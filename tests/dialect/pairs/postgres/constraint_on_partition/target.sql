create table m (id int, d int not null) partition by list (d);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
alter table m2 add constraint ck check (id > 0);
create unique index m2_id on m2 (id);
