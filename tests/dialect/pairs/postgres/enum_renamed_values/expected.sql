-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e DROP DEFAULT;
-- replace-enum e high
ALTER TYPE e RENAME TO dbx_old_e;
-- replace-enum e high
CREATE TYPE e AS ENUM ('uno', 'two', 'three');
-- replace-enum e high
ALTER TABLE t ALTER COLUMN e TYPE e USING e::text::e;
-- replace-enum e high
DROP TYPE dbx_old_e;
-- alter-column t.e low
ALTER TABLE t ALTER COLUMN e SET DEFAULT 'uno'::e;
-- add-index t.t_e medium
CREATE UNIQUE INDEX t_e ON t (e) WHERE (e = 'uno'::e);
