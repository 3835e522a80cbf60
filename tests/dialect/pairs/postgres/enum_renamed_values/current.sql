CREATE TYPE e AS ENUM ('one', 'two', 'three');
CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'one', n text);
INSERT INTO t VALUES (1, 'two', 'x');
