-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- drop-object twice(small) medium
DROP FUNCTION twice(small);
-- replace-type email high
ALTER TYPE email RENAME TO dbx_old_email;
-- replace-type email high
CREATE DOMAIN email AS character varying(100)
  CONSTRAINT email_check CHECK (((VALUE)::text ~~ '%@%'::text));
-- replace-type email high
ALTER TABLE t ALTER COLUMN e TYPE email USING e::character varying(100)::email;
-- replace-type positive high
ALTER TYPE positive RENAME TO dbx_old_positive;
-- replace-type positive high
CREATE DOMAIN positive AS bigint
  CONSTRAINT positive_check CHECK ((VALUE > 0))
  CONSTRAINT positive_check1 CHECK ((VALUE < 1000000));
-- replace-type positive high
ALTER TABLE t ALTER COLUMN p TYPE positive USING p::bigint::positive;
-- replace-type small high
ALTER TYPE small RENAME TO dbx_old_small;
-- replace-type small high
CREATE DOMAIN small AS positive
  DEFAULT 3
  NOT NULL
  CONSTRAINT small_max CHECK (((VALUE)::bigint < 50));
-- replace-type small high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_small[]) RETURNS small[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT item.value::text::positive::small FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type small high
ALTER TABLE t ALTER COLUMN s TYPE small USING s::text::positive::small;
-- replace-type small high
ALTER TABLE t ALTER COLUMN ss TYPE small[] USING pg_temp.dbx_convert(ss);
-- replace-type small high
DROP FUNCTION pg_temp.dbx_convert(dbx_old_small[]);
-- replace-type small high
DROP DOMAIN dbx_old_small;
-- replace-type small high
DROP DOMAIN dbx_old_positive;
-- replace-type small high
DROP DOMAIN dbx_old_email;
-- add-object twice(small) low
CREATE OR REPLACE FUNCTION twice(small)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 * 3$function$;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    ((t.s)::bigint + 1) AS s1,
    t.e
   FROM t;
