CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA gone;
CREATE TABLE a.t (id serial PRIMARY KEY, n integer);
CREATE TABLE b.u (id integer PRIMARY KEY, t_id integer REFERENCES a.t);
CREATE TYPE gone.e AS ENUM ('x');
CREATE TABLE gone.w (id integer, e gone.e);
CREATE FUNCTION gone.f() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE VIEW gone.v AS SELECT u.id, t.n FROM b.u JOIN a.t ON t.id = u.t_id;
INSERT INTO a.t (n) VALUES (1); INSERT INTO b.u VALUES (1, NULL);
