-- drop-view v low
DROP VIEW v;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a AS SELECT id, x FROM a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b AS SELECT id, a FROM b;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c AS SELECT id, b, ax FROM c;
-- rebuild-table c medium
DROP TABLE c;
-- rebuild-table b medium
DROP TABLE b;
-- rebuild-table a medium
DROP TABLE a;
-- rebuild-table a low
CREATE TABLE a (
  id BIGINT NOT NULL,
  x BIGINT,
  n VARCHAR DEFAULT 'n',
  PRIMARY KEY (id),
  UNIQUE (x)
);
-- rebuild-table a low
INSERT INTO a (id, x) SELECT id, x FROM dbx_rebuild_a;
-- rebuild-table a low
DROP TABLE dbx_rebuild_a;
-- rebuild-table b low
CREATE TABLE b (
  id BIGINT NOT NULL,
  a BIGINT,
  PRIMARY KEY (id),
  FOREIGN KEY (a) REFERENCES a (id)
);
-- rebuild-table b low
INSERT INTO b (id, a) SELECT id, a FROM dbx_rebuild_b;
-- rebuild-table b low
DROP TABLE dbx_rebuild_b;
-- rebuild-table c low
CREATE TABLE c (
  id BIGINT NOT NULL,
  b BIGINT,
  ax BIGINT,
  PRIMARY KEY (id),
  FOREIGN KEY (ax) REFERENCES a (x),
  FOREIGN KEY (b) REFERENCES b (id)
);
-- rebuild-table c low
INSERT INTO c (id, b, ax) SELECT id, b, ax FROM dbx_rebuild_c;
-- rebuild-table c low
DROP TABLE dbx_rebuild_c;
-- rebuild-table c low
CREATE INDEX c_b ON c (b, ax);
-- add-table d low
CREATE TABLE d (
  id INTEGER NOT NULL,
  c BIGINT,
  a BIGINT,
  PRIMARY KEY (id),
  FOREIGN KEY (a) REFERENCES a (id),
  FOREIGN KEY (c) REFERENCES c (id)
);
-- add-view v low
CREATE VIEW v AS SELECT c.id, a.x, a.n FROM c INNER JOIN b ON ((b.id = c.b)) INNER JOIN a ON ((a.id = b.a));
