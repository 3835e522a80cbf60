CREATE TYPE st AS ENUM ('a', 'b');
CREATE TABLE t (id integer PRIMARY KEY, s st, x text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
INSERT INTO t VALUES (1, 'a', 'c'), (2, 'b', 'a');
