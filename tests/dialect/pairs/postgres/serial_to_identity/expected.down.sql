-- alter-column t.id low
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
-- alter-column t.id low
CREATE SEQUENCE t_id_seq AS integer OWNED BY t.id;
-- alter-column t.id low
ALTER TABLE t ALTER COLUMN id SET DEFAULT nextval('t_id_seq'::regclass);
-- alter-column t.id low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('t', 'id'), coalesce((SELECT max(id) FROM t), 0) + 1, false);
