-- drop-view s2.v low
DROP VIEW s2.v;
-- drop-table s2.u high
DROP TABLE s2.u;
-- drop-column s1.t.b high
ALTER TABLE s1.t DROP COLUMN b;
-- drop-schema s2 low
DROP SCHEMA s2;
