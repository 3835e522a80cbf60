-- drop-view b.v low
DROP VIEW b.v;
-- drop-table a.c high
DROP TABLE a.c;
-- drop-table a.p high
DROP TABLE a.p;
-- add-schema c low
CREATE SCHEMA c;
-- add-sequence c.s low
CREATE SEQUENCE c.s;
-- add-table b.c low
CREATE TABLE b.c (
  id INTEGER NOT NULL,
  PRIMARY KEY (id)
);
-- add-table c.p low
CREATE TABLE c.p (
  id INTEGER NOT NULL,
  n VARCHAR,
  PRIMARY KEY (id)
);
-- add-table c.t low
CREATE TABLE c.t (
  e VARCHAR DEFAULT 'x',
  n INTEGER DEFAULT nextval('c.s')
);
-- add-view b.v low
CREATE VIEW b.v AS SELECT * FROM b.c;
-- drop-sequence a.s medium
DROP SEQUENCE a.s;
-- drop-schema a low
DROP SCHEMA a;
