CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> '' $$;
CREATE DOMAIN label AS text CONSTRAINT filled CHECK (ok(VALUE));
CREATE DOMAIN short_name AS label CONSTRAINT short CHECK (length(VALUE) < 10);
CREATE TABLE t (id integer PRIMARY KEY, n short_name DEFAULT 'x', ns label[]);
INSERT INTO t VALUES (1, 'abc', '{a,b}');
COMMENT ON DOMAIN short_name IS 'short';
