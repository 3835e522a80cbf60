create table t (a text collate nocase, b text);
