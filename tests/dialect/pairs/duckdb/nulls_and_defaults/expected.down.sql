-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER,
  a VARCHAR DEFAULT 'x' NOT NULL,
  b INTEGER DEFAULT 1
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b) SELECT id, coalesce(a, 'x'), b FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
