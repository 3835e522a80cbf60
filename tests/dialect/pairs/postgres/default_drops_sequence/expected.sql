-- alter-column t.id low
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;
-- alter-column t.id low
DROP SEQUENCE t_id_seq;
