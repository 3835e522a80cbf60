-- add-table p low
CREATE TABLE p (
  id INTEGER NOT NULL,
  PRIMARY KEY (id)
);
-- add-table c low
CREATE TABLE c (
  p INTEGER,
  FOREIGN KEY (p) REFERENCES p (id)
);
-- add-view v low
CREATE VIEW v AS SELECT * FROM c;
