CREATE DOMAIN quantity AS bigint DEFAULT 2 CONSTRAINT positive CHECK (VALUE >= 0);
CREATE DOMAIN code AS text CONSTRAINT short CHECK (length(VALUE) <= 10);
CREATE TABLE line (id integer PRIMARY KEY, n quantity, c code, many quantity[], twice integer GENERATED ALWAYS AS (n * 2) STORED);
CREATE VIEW lines AS SELECT id, n, c FROM line;
CREATE INDEX line_n ON line (n);
