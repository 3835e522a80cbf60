CREATE TABLE base (id integer PRIMARY KEY);
CREATE TABLE one (note text, x integer) INHERITS (base);
CREATE TABLE two (note text) INHERITS (base);
INSERT INTO one VALUES (1, 'a', 2); INSERT INTO two VALUES (2, 'b');
