CREATE TABLE base (id bigint PRIMARY KEY, extra text DEFAULT 'e');
CREATE TABLE one (note text, x bigint) INHERITS (base);
CREATE TABLE two (note varchar(10)) INHERITS (base);
CREATE VIEW v AS SELECT id, extra FROM base;
