-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- add-object pt low
CREATE TYPE pt AS (
  x integer
);
-- add-column t.a low
ALTER TABLE t ADD COLUMN a addr;
