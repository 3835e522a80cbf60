CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id integer PRIMARY KEY, h ext.hstore, c text);
CREATE INDEX t_h ON t USING gist (h);
