CREATE TABLE point2 (x integer, y integer);
CREATE TABLE path (id integer PRIMARY KEY, start point2);
CREATE FUNCTION len(p point2) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT (p).x $$;
INSERT INTO point2 VALUES (1, 2); INSERT INTO path VALUES (1, ROW(1, 2));
