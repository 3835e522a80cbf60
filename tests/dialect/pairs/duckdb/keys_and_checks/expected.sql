-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a INTEGER,
  b INTEGER NOT NULL,
  c INTEGER,
  PRIMARY KEY (b),
  CHECK ((b >= 0)),
  CHECK ((c < 10))
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b) SELECT a, b FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
