-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  b int,
  a int NOT NULL,
  UNIQUE (a),
  CHECK (b > 1),
  FOREIGN KEY (b) REFERENCES p (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (b, a) SELECT b, a FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
