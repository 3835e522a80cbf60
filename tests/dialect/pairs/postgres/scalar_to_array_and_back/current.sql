CREATE TABLE t (id integer PRIMARY KEY, tags text, nums integer, one bigint[]);
INSERT INTO t VALUES (1, 'a', 5, '{7}'), (2, NULL, NULL, NULL);
