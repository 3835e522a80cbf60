-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view e low
DROP VIEW e;
-- drop-view a low
DROP VIEW a;
-- drop-table c high
DROP TABLE c;
-- drop-table b high
DROP TABLE b;
-- drop-object g medium
DROP TYPE g;
-- drop-object d medium
DROP DOMAIN d;
-- drop-enum f low
DROP TYPE f;
-- add-enum d low
CREATE TYPE d AS ENUM ('x');
-- add-object g low
CREATE DOMAIN g AS integer;
-- add-object f low
CREATE TYPE f AS (
  x integer
);
-- add-sequence c low
CREATE SEQUENCE c;
-- add-table a low
CREATE TABLE a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
-- add-index a.e low
CREATE INDEX e ON a (id);
-- add-view b low
CREATE VIEW b AS
SELECT a.id
   FROM a;
