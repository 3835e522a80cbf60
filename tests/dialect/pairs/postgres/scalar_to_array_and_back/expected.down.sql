-- alter-column t.tags medium
ALTER TABLE t ALTER COLUMN tags TYPE text USING tags::text;
-- alter-column t.nums high
ALTER TABLE t ALTER COLUMN nums TYPE integer USING (nums)[1]::text::integer;
-- alter-column t.one high
ALTER TABLE t ALTER COLUMN one TYPE bigint[] USING CASE WHEN one IS NULL THEN NULL ELSE ARRAY[one] END::bigint[];
