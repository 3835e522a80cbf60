-- drop-table b high
DROP TABLE b;
-- drop-table a high
DROP TABLE a;
-- add-table z low
CREATE TABLE z (
  x
);
