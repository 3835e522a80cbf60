-- rebuild-table a low
CREATE TABLE dbx_rebuild_a AS SELECT id, v FROM a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b AS SELECT id, a FROM b;
-- rebuild-table a low
DROP TABLE a;
-- rebuild-table b medium
DROP TABLE b;
-- rebuild-table a low
CREATE TABLE a (
  id INTEGER NOT NULL,
  v INTEGER,
  PRIMARY KEY (id)
);
-- rebuild-table a low
INSERT INTO a (id, v) SELECT id, v FROM dbx_rebuild_a;
-- rebuild-table a low
DROP TABLE dbx_rebuild_a;
-- rebuild-table b low
CREATE TABLE b (
  id INTEGER NOT NULL,
  a INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY (a) REFERENCES a (id)
);
-- rebuild-table b low
INSERT INTO b (id, a) SELECT id, a FROM dbx_rebuild_b;
-- rebuild-table b low
DROP TABLE dbx_rebuild_b;
