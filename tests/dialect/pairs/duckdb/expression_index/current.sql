create table t (a integer, b varchar);
create index i on t ((a + 1));
insert into t values (1,'x');
