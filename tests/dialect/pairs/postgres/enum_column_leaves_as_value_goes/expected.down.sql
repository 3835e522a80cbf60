-- replace-enum lvl medium
ALTER TYPE lvl RENAME TO dbx_old_lvl;
-- replace-enum lvl medium
CREATE TYPE lvl AS ENUM ('low', 'mid', 'high');
-- replace-enum lvl medium
ALTER TABLE t ALTER COLUMN b TYPE lvl USING b::text::lvl;
-- replace-enum lvl medium
DROP TYPE dbx_old_lvl;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE lvl USING a::lvl;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'mid'::lvl;
-- alter-column t.cs high
ALTER TABLE t ALTER COLUMN cs TYPE lvl[] USING cs::lvl[];
-- alter-column u.a high
ALTER TABLE u ALTER COLUMN a TYPE lvl USING a::lvl;
