CREATE TYPE address AS (street text, zip text, city text);
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE person (id integer PRIMARY KEY, home address, pairs pair[]);
CREATE FUNCTION city_of(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (a).city $$;
CREATE INDEX person_city ON person (((home).city));
INSERT INTO person VALUES (1, ROW('s', '1', 'c')::address, ARRAY[ROW(1, 'x')::pair, ROW(2, 'y')::pair]), (2, NULL, NULL);
