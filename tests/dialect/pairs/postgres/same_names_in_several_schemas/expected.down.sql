-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view s1.v low
DROP VIEW s1.v;
-- drop-foreign-key s2.t.t_p_fkey low
ALTER TABLE s2.t DROP CONSTRAINT t_p_fkey;
-- drop-foreign-key s1.t.t_p_fkey low
ALTER TABLE s1.t DROP CONSTRAINT t_p_fkey;
-- drop-index t.t_k low
DROP INDEX t_k;
-- alter-column t.k low
ALTER TABLE t ALTER COLUMN k DROP DEFAULT;
-- drop-object f(k kind) medium
DROP FUNCTION f(k kind);
-- drop-object s1.f(k s1.kind) medium
DROP FUNCTION s1.f(k s1.kind);
-- replace-enum kind high
ALTER TYPE kind RENAME TO dbx_old_kind;
-- replace-enum kind high
CREATE TYPE kind AS ENUM ('x', 'y');
-- replace-enum kind high
ALTER TABLE t ALTER COLUMN k TYPE kind USING k::text::kind;
-- replace-enum s1.kind medium
ALTER TYPE s1.kind RENAME TO dbx_old_kind;
-- replace-enum s1.kind medium
CREATE TYPE s1.kind AS ENUM ('a', 'b');
-- replace-enum s1.kind medium
ALTER TABLE s1.t ALTER COLUMN k TYPE s1.kind USING k::text::s1.kind;
-- replace-enum s1.kind medium
ALTER TABLE s2.t ALTER COLUMN k TYPE text USING k::text;
-- replace-enum s1.kind medium
DROP TYPE s1.dbx_old_kind;
-- replace-enum s1.kind medium
DROP TYPE dbx_old_kind;
-- add-object f(k kind) low
CREATE OR REPLACE FUNCTION f(k kind)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT k::text $function$;
-- add-object s1.f(k s1.kind) low
CREATE OR REPLACE FUNCTION s1.f(k s1.kind)
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT k::text $function$;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.k low
ALTER TABLE t ALTER COLUMN k SET DEFAULT 'x'::kind;
-- alter-column s1.t.p high
ALTER TABLE s1.t ALTER COLUMN p TYPE integer USING p::integer;
-- alter-column s2.t.k high
ALTER TABLE s2.t ALTER COLUMN k TYPE kind USING k::text::kind;
-- alter-column s2.t.p high
ALTER TABLE s2.t ALTER COLUMN p TYPE integer USING p::integer;
-- add-index t.t_k low
CREATE INDEX t_k ON t (k);
-- add-foreign-key s2.t.t_p_fkey medium
ALTER TABLE s2.t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES s1.t (id);
-- add-foreign-key s1.t.t_p_fkey medium
ALTER TABLE s1.t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES t (id);
-- add-view s1.v low
CREATE VIEW s1.v AS
SELECT t.id,
    o.k
   FROM (t
     JOIN s1.t o ON ((o.p = t.id)));
