CREATE TABLE employee (
  id integer PRIMARY KEY,
  manager_id integer REFERENCES employee (id) ON DELETE SET NULL,
  name varchar(80) NOT NULL
);
CREATE TABLE node (
  id integer PRIMARY KEY,
  parent integer NOT NULL REFERENCES node
);
CREATE TABLE hen (id integer PRIMARY KEY, egg_id integer NOT NULL);
CREATE TABLE egg (id integer PRIMARY KEY, hen_id integer NOT NULL REFERENCES hen);
ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg;
