-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object unused medium
DROP TYPE unused;
-- add-object unused low
CREATE TYPE unused AS RANGE (
  SUBTYPE = integer
);
-- alter-column t.s low
ALTER TABLE t ALTER COLUMN s SET DEFAULT '[1,2)'::span;
-- drop-column t.o high
ALTER TABLE t DROP COLUMN o;
-- drop-object other medium
DROP TYPE other;
