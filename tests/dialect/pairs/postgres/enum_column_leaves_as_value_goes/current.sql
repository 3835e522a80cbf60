CREATE TYPE lvl AS ENUM ('low', 'mid', 'high');
CREATE TABLE t (id integer PRIMARY KEY, a lvl DEFAULT 'mid', b lvl, cs lvl[]);
CREATE TABLE u (id integer PRIMARY KEY, a lvl);
INSERT INTO t VALUES (1, 'mid', 'low', '{mid,high}'), (2, NULL, 'high', NULL);
INSERT INTO u VALUES (1, 'high');
