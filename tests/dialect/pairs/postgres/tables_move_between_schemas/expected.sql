-- drop-view gone.v low
DROP VIEW gone.v;
-- drop-foreign-key b.u.u_t_id_fkey low
ALTER TABLE b.u DROP CONSTRAINT u_t_id_fkey;
-- drop-table gone.w high
DROP TABLE gone.w;
-- drop-table a.t high
DROP TABLE a.t;
-- add-schema fresh low
CREATE SCHEMA fresh;
-- add-enum a.e low
CREATE TYPE a.e AS ENUM ('x');
-- add-table u low
CREATE TABLE u (
  id integer NOT NULL,
  note text,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);
-- add-table b.t low
CREATE TABLE b.t (
  id serial NOT NULL,
  n integer,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
-- add-table fresh.w low
CREATE TABLE fresh.w (
  id integer,
  e a.e
);
-- add-view fresh.v low
CREATE VIEW fresh.v AS
SELECT u.id,
    t.n
   FROM (b.u
     JOIN b.t ON ((t.id = u.t_id)));
-- set-comment fresh low
COMMENT ON SCHEMA fresh IS 'it''s fresh';
-- drop-object gone.f() medium
DROP FUNCTION gone.f();
-- drop-enum gone.e low
DROP TYPE gone.e;
-- drop-schema gone low
DROP SCHEMA gone;
