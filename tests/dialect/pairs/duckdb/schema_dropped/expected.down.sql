-- add-schema s1 low
CREATE SCHEMA s1;
-- add-table s1.t low
CREATE TABLE s1.t (
  a INTEGER
);
