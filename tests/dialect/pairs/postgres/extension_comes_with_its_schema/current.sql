CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE EXTENSION citext;
CREATE TABLE t (id integer PRIMARY KEY, h ext.hstore, c citext);
CREATE INDEX t_h ON t USING gin (h);
INSERT INTO t VALUES (1, 'a=>1', 'AbC');
