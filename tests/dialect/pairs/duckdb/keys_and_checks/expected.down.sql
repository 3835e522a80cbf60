-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  a INTEGER NOT NULL,
  b INTEGER,
  PRIMARY KEY (a),
  CHECK ((b > 0))
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (a, b) SELECT a, b FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
