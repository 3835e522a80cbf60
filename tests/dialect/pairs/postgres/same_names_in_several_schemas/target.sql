CREATE SCHEMA s1; CREATE SCHEMA s2;
CREATE TYPE s1.kind AS ENUM ('b', 'a'); CREATE TYPE kind AS ENUM ('x', 'y', 'z');
CREATE TABLE t (id bigint PRIMARY KEY, k kind DEFAULT 'z');
CREATE TABLE s1.t (id integer PRIMARY KEY, k s1.kind, p bigint REFERENCES public.t);
CREATE TABLE s2.t (id integer PRIMARY KEY, k s1.kind, p bigint REFERENCES public.t);
CREATE VIEW s1.v AS SELECT t.id, o.k FROM t JOIN s2.t o ON o.p = t.id;
CREATE INDEX t_k ON t (k, id); CREATE INDEX t_k ON s1.t (k);
CREATE FUNCTION s1.f(k s1.kind) RETURNS text LANGUAGE sql AS $$ SELECT k::text $$;
CREATE FUNCTION f(k kind) RETURNS text LANGUAGE sql AS $$ SELECT k::text $$;
