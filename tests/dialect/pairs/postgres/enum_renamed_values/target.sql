CREATE TYPE e AS ENUM ('uno', 'two', 'three');
CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'uno', n text);
CREATE UNIQUE INDEX t_e ON t (e) WHERE e = 'uno';
