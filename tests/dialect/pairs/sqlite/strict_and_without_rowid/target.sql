create table t (a integer primary key, b text, c real) strict;
create table u (k text primary key, v int, w text) without rowid, strict;
