-- drop-view v low
DROP VIEW v;
-- drop-foreign-key t.t_l_fkey low
ALTER TABLE t DROP CONSTRAINT t_l_fkey;
-- drop-table lookup high
DROP TABLE lookup;
-- rename-type pt low
ALTER TYPE pt RENAME TO dbx_old_pt;
-- rename-type code low
ALTER DOMAIN code RENAME TO dbx_old_code;
-- rename-type kind low
ALTER TYPE kind RENAME TO dbx_old_kind;
-- add-enum lookup low
CREATE TYPE lookup AS ENUM ('x', 'y');
-- add-table code low
CREATE TABLE code (
  c integer
);
-- add-table kind low
CREATE TABLE kind (
  k text NOT NULL,
  CONSTRAINT kind_pkey PRIMARY KEY (k)
);
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k DROP DEFAULT;
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k TYPE text USING k::text;
-- alter-column t.k medium
ALTER TABLE t ALTER COLUMN k SET DEFAULT 'a'::text;
-- alter-column t.c medium
ALTER TABLE t ALTER COLUMN c TYPE text USING c::text;
-- alter-column t.l high
ALTER TABLE t ALTER COLUMN l TYPE lookup USING l::text::lookup;
-- drop-column t.p high
ALTER TABLE t DROP COLUMN p;
-- add-view pt low
CREATE VIEW pt AS
SELECT 1 AS x;
-- add-view v low
CREATE VIEW v AS
SELECT t.k,
    t.c
   FROM t
  WHERE (t.k = 'b'::text);
-- drop-object dbx_old_pt medium
DROP TYPE dbx_old_pt;
-- drop-object dbx_old_code medium
DROP DOMAIN dbx_old_code;
-- drop-enum dbx_old_kind low
DROP TYPE dbx_old_kind;
