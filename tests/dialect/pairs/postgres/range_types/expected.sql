-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object unused medium
DROP TYPE unused;
-- add-object unused low
CREATE TYPE unused AS RANGE (
  SUBTYPE = bigint
);
-- add-object other low
CREATE TYPE other AS RANGE (
  SUBTYPE = text,
  COLLATION = "C"
);
-- add-column t.o low
ALTER TABLE t ADD COLUMN o other;
-- alter-column t.s low
ALTER TABLE t ALTER COLUMN s SET DEFAULT '[1,3)'::span;
