create table p (id integer primary key);
create table c (p integer references p (id));
create table d (p integer references p (id));
