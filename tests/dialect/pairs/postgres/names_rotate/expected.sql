-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view t3 low
DROP VIEW t3;
-- drop-table t2 high
DROP TABLE t2;
-- drop-table t1 high
DROP TABLE t1;
-- drop-sequence t5 medium
DROP SEQUENCE t5;
-- drop-enum t4 low
DROP TYPE t4;
-- add-object t4 low
CREATE TYPE t4 AS (
  a integer
);
-- add-sequence t2 low
CREATE SEQUENCE t2;
-- add-table t3 low
CREATE TABLE t3 (
  id integer NOT NULL,
  a text,
  CONSTRAINT t3_pkey PRIMARY KEY (id)
);
-- add-table t5 low
CREATE TABLE t5 (
  id integer NOT NULL,
  CONSTRAINT t5_pkey PRIMARY KEY (id)
);
-- add-view t1 low
CREATE VIEW t1 AS
SELECT 1 AS x;
