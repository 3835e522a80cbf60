-- alter-sequence shared low
ALTER SEQUENCE shared AS integer CYCLE CACHE 1;
-- alter-column a.id high
ALTER TABLE a ALTER COLUMN id DROP IDENTITY;
-- alter-column a.id high
ALTER TABLE a ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column a.id high
CREATE SEQUENCE a_id_seq AS integer OWNED BY a.id;
-- alter-column a.id high
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('a_id_seq'::regclass);
-- alter-column a.id high
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('a', 'id'), coalesce((SELECT max(id) FROM a), 0) + 1, false);
-- alter-column a.n low
ALTER TABLE a ALTER COLUMN n DROP DEFAULT;
-- alter-column a.n low
DROP SEQUENCE a_n_seq;
-- alter-column a.n low
ALTER TABLE a ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5);
-- alter-column a.n low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('a', 'n'), coalesce((SELECT max(n) FROM a), 0) + 1, false);
-- alter-column b.k low
CREATE SEQUENCE b_k_seq AS smallint OWNED BY b.k;
-- alter-column b.k low
ALTER TABLE b ALTER COLUMN k SET DEFAULT nextval('b_k_seq'::regclass);
-- alter-column b.k low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('b', 'k'), coalesce((SELECT max(k) FROM b), 0) + 1, false);
-- alter-column c.id low
ALTER TABLE c ALTER COLUMN id DROP DEFAULT;
-- alter-column c.id low
CREATE SEQUENCE c_id_seq AS bigint OWNED BY c.id;
-- alter-column c.id low
ALTER TABLE c ALTER COLUMN id SET DEFAULT nextval('c_id_seq'::regclass);
-- alter-column c.id low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('c', 'id'), coalesce((SELECT max(id) FROM c), 0) + 1, false);
-- set-sequence-owner shared low
ALTER SEQUENCE shared OWNED BY b.id;
