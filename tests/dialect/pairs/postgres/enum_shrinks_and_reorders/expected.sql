-- drop-view v low
DROP VIEW v;
-- drop-index t.t_a low
DROP INDEX t_a;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- replace-enum mood high
ALTER TYPE mood RENAME TO dbx_old_mood;
-- replace-enum mood high
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- replace-enum mood high
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::text::mood;
-- replace-enum mood high
DROP TYPE dbx_old_mood;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'sad'::mood;
-- add-index t.t_a low
CREATE INDEX t_a ON t (a) WHERE (a = 'sad'::mood);
-- add-view v low
CREATE VIEW v AS
SELECT t.a
   FROM t;
