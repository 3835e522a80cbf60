create domain pos as int default 1 not null constraint pos_check check (value >= 0);
create domain mail as text check (value like '%@%');
create table t (a pos, b mail);
