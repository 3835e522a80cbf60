create table t (a int, b text, c int[], d jsonb, e timestamptz);
create index i1 on t (a);
create index i2 on t (b);
insert into t values (1,'x','{1}','{}',now());
