create table t (a int constraint nn not null constraint uq unique, b int, constraint ck check (b > 0), constraint fk foreign key (b) references p (id));
create table p (id integer primary key);
insert into p values (5);
insert into t values (1,5);
