CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA fresh;
CREATE TABLE b.t (id serial PRIMARY KEY, n integer);
CREATE TABLE b.u (id integer PRIMARY KEY, t_id integer);
CREATE TABLE u (id integer PRIMARY KEY, note text);
CREATE TYPE a.e AS ENUM ('x');
CREATE TABLE fresh.w (id integer, e a.e);
CREATE VIEW fresh.v AS SELECT u.id, t.n FROM b.u JOIN b.t ON t.id = u.t_id;
COMMENT ON SCHEMA fresh IS 'it''s fresh';
