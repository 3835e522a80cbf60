create table t (id int, a int, b int, constraint k1 primary key (id), constraint k2 unique (a)); create index k3 on t (b);
create table u (a int references t (a)); insert into t values (1, 2, 3); insert into u values (2);
