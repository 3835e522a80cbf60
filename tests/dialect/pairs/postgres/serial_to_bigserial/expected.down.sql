-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.id high
ALTER SEQUENCE t_id_seq AS integer;
