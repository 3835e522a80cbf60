create table m (id int, d int, primary key (id, d)) partition by range (d);
create table m1 partition of m for values from (0) to (10);
