-- drop-view b.v low
DROP VIEW b.v;
-- drop-table c.t high
DROP TABLE c.t;
-- drop-table c.p high
DROP TABLE c.p;
-- drop-table b.c high
DROP TABLE b.c;
-- add-schema a low
CREATE SCHEMA a;
-- add-sequence a.s low
CREATE SEQUENCE a.s;
-- add-table a.p low
CREATE TABLE a.p (
  id INTEGER NOT NULL,
  n VARCHAR,
  PRIMARY KEY (id)
);
-- add-table a.c low
CREATE TABLE a.c (
  id INTEGER NOT NULL,
  p INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY (p) REFERENCES a.p (id)
);
-- add-view b.v low
CREATE VIEW b.v AS SELECT * FROM a.c;
-- drop-sequence c.s medium
DROP SEQUENCE c.s;
-- drop-schema c low
DROP SCHEMA c;
