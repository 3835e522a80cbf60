-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER NOT NULL,
  a VARCHAR,
  b INTEGER DEFAULT (2 + 3)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b) SELECT id, a, b FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
