-- alter-sequence s2 low
ALTER SEQUENCE s2 START WITH 20 AS integer INCREMENT BY 2 CACHE 1 NO CYCLE NO MAXVALUE NO MINVALUE;
-- add-sequence s3 low
CREATE SEQUENCE s3;
-- add-column t.b low
ALTER TABLE t ADD COLUMN b bigint DEFAULT nextval('s3'::regclass);
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- set-sequence-owner s3 low
ALTER SEQUENCE s3 OWNED BY t.b;
-- drop-sequence s1 medium
DROP SEQUENCE s1;
