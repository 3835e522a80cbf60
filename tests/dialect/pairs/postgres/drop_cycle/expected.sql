-- drop-foreign-key a.a_b_id_fkey low
ALTER TABLE a DROP CONSTRAINT a_b_id_fkey;
-- drop-table b high
DROP TABLE b;
-- drop-table a high
DROP TABLE a;
-- add-table z low
CREATE TABLE z (
  a integer
);
