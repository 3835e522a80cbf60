-- save-rows t medium
CREATE TABLE dbx_rows_t AS TABLE t;
-- drop-table t medium
DROP TABLE t;
-- replace-enum k medium
ALTER TYPE k RENAME TO dbx_old_k;
-- replace-enum k medium
CREATE TYPE k AS ENUM ('a', 'b', 'c');
-- replace-enum k medium
ALTER TABLE dbx_rows_t ALTER COLUMN k TYPE k USING k::text::k;
-- replace-enum k medium
DROP TYPE dbx_old_k;
-- add-table t low
CREATE TABLE t (
  id integer,
  k k NOT NULL
) PARTITION BY LIST (k);
-- add-table t_a low
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
-- add-table t_b low
CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');
-- restore-rows t medium
INSERT INTO t (id, k) OVERRIDING SYSTEM VALUE SELECT id, k FROM dbx_rows_t;
-- restore-rows t medium
DROP TABLE dbx_rows_t;
