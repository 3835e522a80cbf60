-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view b low
DROP VIEW b;
-- drop-table a high
DROP TABLE a;
-- drop-sequence c medium
DROP SEQUENCE c;
-- drop-object f medium
DROP TYPE f;
-- drop-object g medium
DROP DOMAIN g;
-- drop-enum d low
DROP TYPE d;
-- add-enum f low
CREATE TYPE f AS ENUM ('y');
-- add-object d low
CREATE DOMAIN d AS text;
-- add-object g low
CREATE TYPE g AS (
  x text
);
-- add-table b low
CREATE TABLE b (
  id integer NOT NULL,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);
-- add-table c low
CREATE TABLE c (
  id integer
);
-- add-view a low
CREATE VIEW a AS
SELECT b.id
   FROM b;
-- add-view e low
CREATE VIEW e AS
SELECT 1 AS one;
