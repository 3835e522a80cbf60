create domain pos as int check (value > 0);
create table t (a pos);
insert into t values (1);
