-- drop-view t1 low
DROP VIEW t1;
-- drop-table v1 high
DROP TABLE v1;
-- drop-table i1 high
DROP TABLE i1;
-- add-sequence s1 low
CREATE SEQUENCE s1;
-- add-table t1 low
CREATE TABLE t1 (
  id INTEGER,
  a VARCHAR
);
-- rebuild-table t2 low
CREATE TABLE dbx_rebuild_t2 (
  id INTEGER NOT NULL,
  b VARCHAR,
  PRIMARY KEY (id)
);
-- rebuild-table t2 low
INSERT INTO dbx_rebuild_t2 (id, b) SELECT id, b FROM t2;
-- rebuild-table t2 high
DROP TABLE t2;
-- rebuild-table t2 low
ALTER TABLE dbx_rebuild_t2 RENAME TO t2;
-- rebuild-table t2 low
CREATE INDEX i1 ON t2 (b);
-- add-view v1 low
CREATE VIEW v1 AS SELECT * FROM t1;
-- drop-sequence t9 medium
DROP SEQUENCE t9;
