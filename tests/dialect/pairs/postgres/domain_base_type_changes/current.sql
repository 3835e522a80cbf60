CREATE DOMAIN quantity AS integer DEFAULT 1 CONSTRAINT positive CHECK (VALUE > 0);
CREATE DOMAIN code AS varchar(5) NOT NULL;
CREATE TABLE line (id integer PRIMARY KEY, n quantity, c code, many quantity[], twice integer GENERATED ALWAYS AS (n * 2) STORED);
CREATE VIEW lines AS SELECT id, n, c FROM line;
CREATE INDEX line_n ON line (n);
INSERT INTO line (id, n, c, many) VALUES (1, 2, 'abc', '{1,2}'), (2, 3, 'x', NULL);
