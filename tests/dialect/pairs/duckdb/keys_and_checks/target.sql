create table t (a integer, b integer primary key, c integer check (c < 10), check (b >= 0));
