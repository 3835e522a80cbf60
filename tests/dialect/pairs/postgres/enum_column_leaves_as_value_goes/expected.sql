-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- replace-enum lvl high
ALTER TYPE lvl RENAME TO dbx_old_lvl;
-- replace-enum lvl high
CREATE TYPE lvl AS ENUM ('low', 'high');
-- replace-enum lvl high
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- replace-enum lvl high
ALTER TABLE t ALTER COLUMN b TYPE lvl USING b::text::lvl;
-- replace-enum lvl high
ALTER TABLE t ALTER COLUMN cs TYPE text[] USING cs::text[];
-- replace-enum lvl high
ALTER TABLE u ALTER COLUMN a TYPE text USING a::text;
-- replace-enum lvl high
DROP TYPE dbx_old_lvl;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'mid'::text;
-- alter-column t.cs high
ALTER TABLE t ALTER COLUMN cs TYPE text[] USING cs::text[];
-- alter-column u.a high
ALTER TABLE u ALTER COLUMN a TYPE character varying(10) USING a::character varying(10);
