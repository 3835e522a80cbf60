-- drop-view lines low
DROP VIEW lines;
-- drop-column line.twice medium
ALTER TABLE line DROP COLUMN twice;
-- replace-type code high
ALTER TYPE code RENAME TO dbx_old_code;
-- replace-type code high
CREATE DOMAIN code AS text
  CONSTRAINT short CHECK ((length(VALUE) <= 10));
-- replace-type code high
ALTER TABLE line ALTER COLUMN c TYPE code USING c::text::code;
-- replace-type quantity high
ALTER TYPE quantity RENAME TO dbx_old_quantity;
-- replace-type quantity high
CREATE DOMAIN quantity AS bigint
  DEFAULT 2
  CONSTRAINT positive CHECK ((VALUE >= 0));
-- replace-type quantity high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_quantity[]) RETURNS quantity[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT item.value::bigint::quantity FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type quantity high
ALTER TABLE line ALTER COLUMN n TYPE quantity USING n::bigint::quantity;
-- replace-type quantity high
ALTER TABLE line ALTER COLUMN many TYPE quantity[] USING pg_temp.dbx_convert(many);
-- replace-type quantity high
DROP FUNCTION pg_temp.dbx_convert(dbx_old_quantity[]);
-- replace-type quantity high
DROP DOMAIN dbx_old_quantity;
-- replace-type quantity high
DROP DOMAIN dbx_old_code;
-- add-column line.twice low
ALTER TABLE line ADD COLUMN twice integer GENERATED ALWAYS AS (((n)::bigint * 2)) STORED;
-- add-view lines low
CREATE VIEW lines AS
SELECT line.id,
    line.n,
    line.c
   FROM line;
