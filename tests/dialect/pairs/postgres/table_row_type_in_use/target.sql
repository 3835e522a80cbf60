CREATE TABLE point2 (x integer, y integer, z integer);
CREATE TABLE path (id integer PRIMARY KEY, start point2, stop point2);
CREATE FUNCTION len(p point2) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT (p).x $$;
