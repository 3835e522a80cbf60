CREATE UNLOGGED TABLE a (id integer PRIMARY KEY, b_id integer) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE TABLE b (id integer PRIMARY KEY) WITH (parallel_workers = 2);
CREATE TABLE c (id integer, b_id integer REFERENCES b);
INSERT INTO a VALUES (1, 1); INSERT INTO b VALUES (1); INSERT INTO c VALUES (1, 1);
