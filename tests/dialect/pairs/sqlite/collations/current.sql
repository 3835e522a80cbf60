create table t (a text, b text collate nocase);
insert into t values ('x','Y');
