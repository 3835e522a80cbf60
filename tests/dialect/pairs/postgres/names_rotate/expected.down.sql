-- drop-view t1 low
DROP VIEW t1;
-- drop-table t5 high
DROP TABLE t5;
-- drop-table t3 high
DROP TABLE t3;
-- drop-sequence t2 medium
DROP SEQUENCE t2;
-- drop-object t4 medium
DROP TYPE t4;
-- add-enum t4 low
CREATE TYPE t4 AS ENUM ('a');
-- add-sequence t5 low
CREATE SEQUENCE t5;
-- add-table t1 low
CREATE TABLE t1 (
  id integer NOT NULL,
  a text,
  CONSTRAINT t1_pkey PRIMARY KEY (id)
);
-- add-table t2 low
CREATE TABLE t2 (
  id integer NOT NULL,
  b integer,
  CONSTRAINT t2_pkey PRIMARY KEY (id)
);
-- add-view t3 low
CREATE VIEW t3 AS
SELECT 1 AS x;
