-- drop-table z high
DROP TABLE z;
-- add-table a low
CREATE TABLE a (
  id INTEGER PRIMARY KEY,
  b_id int,
  FOREIGN KEY (b_id) REFERENCES b (id)
);
-- add-table b low
CREATE TABLE b (
  id INTEGER PRIMARY KEY,
  a_id int,
  FOREIGN KEY (a_id) REFERENCES a (id)
);
