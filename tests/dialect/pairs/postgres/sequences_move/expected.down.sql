-- alter-sequence s1 low
ALTER SEQUENCE s1 START WITH 0 AS smallint CYCLE INCREMENT BY 2 MAXVALUE 10 MINVALUE -10;
-- alter-sequence s2 low
ALTER SEQUENCE s2 CACHE 20;
-- alter-sequence s3 low
ALTER SEQUENCE s3 AS bigint;
-- add-sequence s4 low
CREATE SEQUENCE s4 INCREMENT BY -1;
-- alter-column a.id low
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('s2'::regclass);
-- alter-column a.n low
ALTER TABLE a ALTER COLUMN n SET DEFAULT nextval('s3'::regclass);
-- alter-column b.id low
ALTER TABLE b ALTER COLUMN id DROP DEFAULT;
-- alter-column b.n low
ALTER TABLE b ALTER COLUMN n DROP DEFAULT;
-- set-sequence-owner s2 low
ALTER SEQUENCE s2 OWNED BY NONE;
-- set-sequence-owner s3 low
ALTER SEQUENCE s3 OWNED BY a.n;
-- drop-sequence s5 medium
DROP SEQUENCE s5;
