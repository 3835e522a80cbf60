-- add-sequence s1 low
CREATE SEQUENCE s1;
-- alter-sequence s2 low
DO $dbx$ BEGIN IF (SELECT last_value < 5 FROM s2) THEN ALTER SEQUENCE s2 RESTART WITH 5; END IF; END $dbx$;
-- alter-sequence s2 low
ALTER SEQUENCE s2 START WITH 10 CACHE 3 CYCLE INCREMENT BY 5 MAXVALUE 1000 MINVALUE 5 AS bigint;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('s1'::regclass);
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
