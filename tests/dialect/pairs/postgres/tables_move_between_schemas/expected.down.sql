-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view fresh.v low
DROP VIEW fresh.v;
-- drop-table fresh.w high
DROP TABLE fresh.w;
-- drop-table b.t high
DROP TABLE b.t;
-- drop-table u high
DROP TABLE u;
-- add-schema gone low
CREATE SCHEMA gone;
-- add-enum gone.e low
CREATE TYPE gone.e AS ENUM ('x');
-- add-object gone.f() low
CREATE OR REPLACE FUNCTION gone.f()
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$;
-- add-table a.t low
CREATE TABLE a.t (
  id serial NOT NULL,
  n integer,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
-- add-table gone.w low
CREATE TABLE gone.w (
  id integer,
  e gone.e
);
-- add-foreign-key b.u.u_t_id_fkey medium
ALTER TABLE b.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES a.t (id);
-- add-view gone.v low
CREATE VIEW gone.v AS
SELECT u.id,
    t.n
   FROM (b.u
     JOIN a.t ON ((t.id = u.t_id)));
-- drop-enum a.e low
DROP TYPE a.e;
-- drop-schema fresh low
DROP SCHEMA fresh;
