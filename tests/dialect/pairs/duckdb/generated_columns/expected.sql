-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a INTEGER,
  b INTEGER GENERATED ALWAYS AS ((a * 2)),
  c VARCHAR DEFAULT 'x'
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a) SELECT a FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
