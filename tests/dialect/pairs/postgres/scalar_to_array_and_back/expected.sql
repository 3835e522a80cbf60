-- alter-column t.tags high
ALTER TABLE t ALTER COLUMN tags TYPE text[] USING CASE WHEN tags IS NULL THEN NULL ELSE ARRAY[tags] END::text[];
-- alter-column t.nums high
ALTER TABLE t ALTER COLUMN nums TYPE integer[] USING CASE WHEN nums IS NULL THEN NULL ELSE ARRAY[nums] END::integer[];
-- alter-column t.one high
ALTER TABLE t ALTER COLUMN one TYPE bigint USING (one)[1]::text::bigint;
