-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view w low
DROP VIEW w;
-- drop-view v low
DROP VIEW v;
-- drop-view m low
DROP MATERIALIZED VIEW m;
-- drop-unique t.key_once low
ALTER TABLE t DROP CONSTRAINT key_once;
-- drop-check t.c low
ALTER TABLE t DROP CONSTRAINT c;
-- drop-index t.t_key low
DROP INDEX t_key;
-- drop-index t.t_norm low
DROP INDEX t_norm;
-- drop-column t.key medium
ALTER TABLE t DROP COLUMN key;
-- alter-column t.n low
ALTER TABLE t ALTER COLUMN n DROP DEFAULT;
-- drop-object twice(n integer) medium
DROP FUNCTION twice(n integer);
-- drop-object norm(value text) medium
DROP FUNCTION norm(value text);
-- add-object norm(t text) low
CREATE OR REPLACE FUNCTION norm(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(t) $function$;
-- add-object twice(n integer) low
CREATE OR REPLACE FUNCTION twice(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT n * 2 $function$;
-- alter-column t.n low
ALTER TABLE t ALTER COLUMN n SET DEFAULT twice(2);
-- add-column t.key low
ALTER TABLE t ADD COLUMN key text GENERATED ALWAYS AS (norm(name)) STORED;
-- add-unique t.key_once medium
ALTER TABLE t ADD CONSTRAINT key_once UNIQUE (key);
-- add-check t.c medium
ALTER TABLE t ADD CONSTRAINT c CHECK ((norm(name) <> ''::text));
-- add-index t.t_key low
CREATE INDEX t_key ON t (key) WHERE (key <> ''::text);
-- add-index t.t_norm low
CREATE INDEX t_norm ON t ((norm(name)));
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT twice(t.id) AS x
   FROM t;
-- add-index m.m_x medium
CREATE UNIQUE INDEX m_x ON m (x);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    norm(t.name) AS n
   FROM t;
-- add-view w low
CREATE VIEW w AS
SELECT v.id,
    v.n
   FROM v;
-- set-setting t.t_norm low
COMMENT ON INDEX t_norm IS 'normed';
