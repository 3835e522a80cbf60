-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id) SELECT id FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table u low
CREATE TABLE dbx_rebuild_u (
  id int,
  PRIMARY KEY (id)
);
-- rebuild-table u low
INSERT INTO dbx_rebuild_u (id) SELECT id FROM u;
-- rebuild-table u high
DROP TABLE u;
-- rebuild-table u low
ALTER TABLE dbx_rebuild_u RENAME TO u;
-- rebuild-table w low
CREATE TABLE dbx_rebuild_w (
  id BIGINT,
  PRIMARY KEY (id)
);
-- rebuild-table w low
INSERT INTO dbx_rebuild_w (id) SELECT id FROM w;
-- rebuild-table w high
DROP TABLE w;
-- rebuild-table w low
ALTER TABLE dbx_rebuild_w RENAME TO w;
-- rebuild-table w low
PRAGMA legacy_alter_table = OFF;
