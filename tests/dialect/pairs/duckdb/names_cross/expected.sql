-- drop-view v1 low
DROP VIEW v1;
-- drop-index t2.i1 low
DROP INDEX i1;
-- drop-table t1 high
DROP TABLE t1;
-- add-sequence t9 low
CREATE SEQUENCE t9;
-- add-table i1 low
CREATE TABLE i1 (
  id INTEGER
);
-- add-table v1 low
CREATE TABLE v1 (
  id INTEGER NOT NULL,
  q INTEGER,
  PRIMARY KEY (id)
);
-- add-column t2.c low
ALTER TABLE t2 ADD COLUMN c INTEGER;
-- add-index t2.a1 low
CREATE INDEX a1 ON t2 (b, c);
-- add-index v1.s2 low
CREATE INDEX s2 ON v1 (q);
-- add-view t1 low
CREATE VIEW t1 AS SELECT 1 AS x;
-- drop-sequence s1 medium
DROP SEQUENCE s1;
