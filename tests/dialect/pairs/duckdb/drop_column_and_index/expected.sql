-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER NOT NULL,
  a VARCHAR,
  PRIMARY KEY (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a) SELECT id, a FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
