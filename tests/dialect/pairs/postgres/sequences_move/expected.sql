-- alter-sequence s1 low
DO $dbx$ BEGIN IF (SELECT last_value < 1 FROM s1) THEN ALTER SEQUENCE s1 RESTART WITH 1; END IF; END $dbx$;
-- alter-sequence s1 low
ALTER SEQUENCE s1 START WITH 5 INCREMENT BY 3 AS bigint NO CYCLE NO MAXVALUE NO MINVALUE;
-- alter-sequence s2 low
ALTER SEQUENCE s2 CACHE 1;
-- alter-sequence s3 low
ALTER SEQUENCE s3 AS integer;
-- add-sequence s5 low
CREATE SEQUENCE s5 START WITH 1000;
-- alter-column a.id low
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('s3'::regclass);
-- alter-column a.n low
ALTER TABLE a ALTER COLUMN n DROP DEFAULT;
-- alter-column b.id low
ALTER TABLE b ALTER COLUMN id SET DEFAULT (nextval('s2'::regclass) * 10);
-- alter-column b.n low
ALTER TABLE b ALTER COLUMN n SET DEFAULT nextval('s5'::regclass);
-- set-sequence-owner s2 low
ALTER SEQUENCE s2 OWNED BY a.id;
-- set-sequence-owner s3 low
ALTER SEQUENCE s3 OWNED BY b.n;
-- drop-sequence s4 medium
DROP SEQUENCE s4;
