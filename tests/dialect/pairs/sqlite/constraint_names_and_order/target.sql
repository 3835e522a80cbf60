create table p (id integer primary key);
create table t (b int check (b > 1) references p (id), a int not null unique);
