create table t (id int, a int, b int, constraint k2 primary key (id), constraint k3 unique (a)); create index k1 on t (b);
create table u (a int references t (a));
