-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.id medium
ALTER SEQUENCE t_id_seq AS bigint;
