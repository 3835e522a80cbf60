create table t (a int, b text);
create index i1 on t (a desc, b collate nocase);
create unique index i2 on t (b) where a > 0;
create index i3 on t (lower(b));
create index i4 on t (a + 1, b || 'x' desc);
