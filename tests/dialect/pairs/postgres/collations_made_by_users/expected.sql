-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-index t.t_a low
DROP INDEX t_a;
-- add-object loose low
CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a TYPE text COLLATE loose USING a::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b TYPE text COLLATE german USING b::text;
-- add-index t.t_a low
CREATE INDEX t_a ON t (a COLLATE "C");
-- drop-object gone medium
DROP COLLATION gone;
