-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view v low
DROP VIEW v;
-- drop-view pt low
DROP VIEW pt;
-- drop-table kind high
DROP TABLE kind;
-- drop-table code high
DROP TABLE code;
-- rename-type lookup low
ALTER TYPE lookup RENAME TO dbx_old_lookup;
-- add-enum kind low
CREATE TYPE kind AS ENUM ('a', 'b');
-- add-object code low
CREATE DOMAIN code AS text
  CONSTRAINT code_check CHECK ((VALUE <> ''::text));
-- add-object pt low
CREATE TYPE pt AS (
  x integer,
  y integer
);
-- add-table lookup low
CREATE TABLE lookup (
  id integer NOT NULL,
  label text,
  CONSTRAINT lookup_pkey PRIMARY KEY (id)
);
-- add-column t.p low
ALTER TABLE t ADD COLUMN p pt;
-- alter-column t.k high
ALTER TABLE t ALTER COLUMN k DROP DEFAULT;
-- alter-column t.k high
ALTER TABLE t ALTER COLUMN k TYPE kind USING k::kind;
-- alter-column t.k high
ALTER TABLE t ALTER COLUMN k SET DEFAULT 'a'::kind;
-- alter-column t.c high
ALTER TABLE t ALTER COLUMN c TYPE code USING c::code;
-- alter-column t.l high
ALTER TABLE t ALTER COLUMN l TYPE integer USING l::text::integer;
-- add-foreign-key t.t_l_fkey medium
ALTER TABLE t ADD CONSTRAINT t_l_fkey FOREIGN KEY (l) REFERENCES lookup (id);
-- add-view v low
CREATE VIEW v AS
SELECT t.k,
    t.c
   FROM t
  WHERE (t.k = 'a'::kind);
-- drop-enum dbx_old_lookup low
DROP TYPE dbx_old_lookup;
