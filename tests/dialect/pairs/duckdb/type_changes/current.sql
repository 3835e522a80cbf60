create table t (id integer, a varchar, b decimal(10,2), c integer[], d struct(x integer));
create index i on t (id);
insert into t values (1,'12',4.5,[1,2],{'x': 1});
