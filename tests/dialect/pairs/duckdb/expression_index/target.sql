create table t (a integer, b varchar, c integer);
create index i on t ((a + 2));
create unique index u on t (lower(b));
