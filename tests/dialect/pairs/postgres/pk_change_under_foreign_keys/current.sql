CREATE TABLE a (id integer, code text NOT NULL, CONSTRAINT a_pk PRIMARY KEY (id), CONSTRAINT a_code UNIQUE (code));
CREATE TABLE b (id integer PRIMARY KEY, a_id integer, a_code text, CONSTRAINT b_id FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE SET NULL, CONSTRAINT b_code FOREIGN KEY (a_code) REFERENCES a (code) ON UPDATE CASCADE DEFERRABLE);
INSERT INTO a VALUES (1, 'x'), (2, 'y');
INSERT INTO b VALUES (1, 1, 'x'), (2, NULL, 'y');
