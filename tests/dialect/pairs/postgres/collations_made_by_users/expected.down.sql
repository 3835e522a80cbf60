-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-index t.t_a low
DROP INDEX t_a;
-- add-object gone low
CREATE COLLATION gone (provider = icu, locale = 'fr');
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a TYPE text COLLATE german USING a::text;
-- alter-column t.b low
ALTER TABLE t ALTER COLUMN b TYPE text COLLATE "C" USING b::text;
-- add-index t.t_a low
CREATE INDEX t_a ON t (a);
-- drop-object loose medium
DROP COLLATION loose;
