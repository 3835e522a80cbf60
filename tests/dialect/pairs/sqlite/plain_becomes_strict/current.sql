create table t (id integer primary key, a text, b blob, c int, d real, e); insert into t values (1, 'x', x'01', 5, 1.5, 'any'), (2, null, null, null, 2, 7);
