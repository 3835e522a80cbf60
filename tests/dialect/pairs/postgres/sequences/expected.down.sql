-- add-sequence s1 low
CREATE SEQUENCE s1;
-- alter-sequence s2 low
SELECT setval('s2', greatest(5, least(1000, last_value)), last_value > 1000) FROM s2 WHERE last_value NOT BETWEEN 5 AND 1000;
-- alter-sequence s2 low
ALTER SEQUENCE s2 START WITH 10 CACHE 3 CYCLE INCREMENT BY 5 MAXVALUE 1000 MINVALUE 5 AS bigint;
-- alter-column t.a low
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('s1'::regclass);
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
