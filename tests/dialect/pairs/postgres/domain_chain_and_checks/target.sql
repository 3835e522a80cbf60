CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> ' ' $$;
CREATE DOMAIN label AS varchar(50) CONSTRAINT filled CHECK (ok(VALUE));
CREATE DOMAIN short_name AS label NOT NULL CONSTRAINT short CHECK (length(VALUE) < 12);
CREATE TABLE t (id integer PRIMARY KEY, n short_name DEFAULT 'y', ns label[]);
COMMENT ON DOMAIN short_name IS 'shorter';
