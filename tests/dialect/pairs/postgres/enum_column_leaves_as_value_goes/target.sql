CREATE TYPE lvl AS ENUM ('low', 'high');
CREATE TABLE t (id integer PRIMARY KEY, a text DEFAULT 'mid', b lvl, cs text[]);
CREATE TABLE u (id integer PRIMARY KEY, a varchar(10));
