CREATE TABLE t (id bigint PRIMARY KEY, name text, born date);
CREATE VIEW v AS SELECT id, name, born FROM t;
CREATE FUNCTION vs() RETURNS SETOF v LANGUAGE sql STABLE AS $$ SELECT * FROM v $$;
CREATE FUNCTION first_of(r t) RETURNS text LANGUAGE sql STABLE AS $$ SELECT (r).name $$;
CREATE VIEW w AS SELECT id, born FROM vs();
