-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-enum e low
CREATE TYPE e AS ENUM ('a');
-- add-sequence s low
CREATE SEQUENCE s;
-- add-object f() low
CREATE OR REPLACE FUNCTION f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
-- add-table p low
CREATE TABLE p (
  id serial NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
);
-- add-table c low
CREATE TABLE c (
  id integer NOT NULL,
  p integer,
  CONSTRAINT c_pkey PRIMARY KEY (id),
  CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p (id)
);
-- add-view v low
CREATE VIEW v AS
SELECT c.id,
    c.p
   FROM c;
