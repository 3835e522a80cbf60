-- drop-table s1.t high
DROP TABLE s1.t;
-- drop-schema s1 low
DROP SCHEMA s1;
