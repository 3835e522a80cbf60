CREATE TYPE address AS (street text, zip integer, city text, country text);
CREATE TYPE pair AS (a bigint, b text);
CREATE TABLE person (id integer PRIMARY KEY, home address, pairs pair[]);
CREATE FUNCTION city_of(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (a).city $$;
CREATE INDEX person_city ON person (((home).city));
