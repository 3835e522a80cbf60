CREATE TABLE b (id integer PRIMARY KEY) WITH (fillfactor = 90);
CREATE TABLE a (id integer PRIMARY KEY, b_id integer REFERENCES b DEFERRABLE) WITH (autovacuum_vacuum_scale_factor = 0.1);
CREATE UNLOGGED TABLE c (id integer, b_id integer);
