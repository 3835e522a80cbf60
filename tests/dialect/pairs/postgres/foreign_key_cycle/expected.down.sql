-- drop-foreign-key a.a_b low
ALTER TABLE a DROP CONSTRAINT a_b;
-- drop-table b high
DROP TABLE b;
-- drop-column a.b_id high
ALTER TABLE a DROP COLUMN b_id;
