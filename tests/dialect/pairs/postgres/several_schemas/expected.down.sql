-- drop-view s2.v low
DROP VIEW s2.v;
-- drop-table s2.w high
DROP TABLE s2.w;
-- drop-table s2.u high
DROP TABLE s2.u;
-- drop-column s1.t.b high
ALTER TABLE s1.t DROP COLUMN b;
-- drop-enum s2.mood low
DROP TYPE s2.mood;
-- drop-schema s2 low
DROP SCHEMA s2;
