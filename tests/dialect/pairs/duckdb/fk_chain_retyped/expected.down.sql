-- drop-view v low
DROP VIEW v;
-- drop-table d high
DROP TABLE d;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a AS SELECT id, x FROM a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b AS SELECT id, a FROM b;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c AS SELECT id, b, ax FROM c;
-- rebuild-table c high
DROP TABLE c;
-- rebuild-table b high
DROP TABLE b;
-- rebuild-table a high
DROP TABLE a;
-- rebuild-table a low
CREATE TABLE a (
  id INTEGER NOT NULL,
  x INTEGER,
  PRIMARY KEY (id),
  UNIQUE (x)
);
-- rebuild-table a low
INSERT INTO a (id, x) SELECT id, x FROM dbx_rebuild_a;
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
-- rebuild-table c low
CREATE TABLE c (
  id INTEGER NOT NULL,
  b INTEGER,
  ax INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY (ax) REFERENCES a (x),
  FOREIGN KEY (b) REFERENCES b (id)
);
-- rebuild-table c low
INSERT INTO c (id, b, ax) SELECT id, b, ax FROM dbx_rebuild_c;
-- rebuild-table c low
DROP TABLE dbx_rebuild_c;
-- rebuild-table c low
CREATE INDEX c_b ON c (b);
-- add-view v low
CREATE VIEW v AS SELECT c.id, a.x FROM c INNER JOIN b ON ((b.id = c.b)) INNER JOIN a ON ((a.id = b.a));
